package dev.keystead.core.application;

import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.CredentialRepository;
import java.util.random.RandomGenerator;

/** The external ids of the organisations: made here, kept by the repository. */
final class ExternalIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private final CredentialRepository repository;
    private final RandomGenerator random;

    /**
     * Makes the ids.
     *
     * @param random a secure source: who guesses an external id undoes what it is for
     */
    ExternalIds(CredentialRepository repository, RandomGenerator random) {
        this.repository = repository;
        this.random = random;
    }

    /** The organisation's external id, the same from its first use on. */
    ExternalId of(OrgId org) {
        return repository.externalId(org, candidate());
    }

    /** Every character is as likely as any other: a bounded {@code nextInt} draws again rather than dividing unevenly. */
    private ExternalId candidate() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ExternalId(id.toString());
    }
}
