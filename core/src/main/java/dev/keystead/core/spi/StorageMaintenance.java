package dev.keystead.core.spi;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the operator's work needs of a storage: sealing anew, counting the values under a key, export and import, tidying up. Reaches
 * across organisations, so it is kept apart from {@link CredentialRepository}. Safe for use by many threads and next to running
 * servers. No argument and no result is null; unavailability is reported as there.
 */
public interface StorageMaintenance {

    /**
     * The next credentials behind the position, in ascending order of organisation and id, compared as ASCII (S-80), whole (S-94). As many
     * as {@code limit}, which is positive, if there are so many, and never more; those that exist throughout a walk are seen exactly once
     * (S-92), however many there are (S-26).
     */
    List<Credential<SealedSecret>> scan(Optional<Position> after, int limit);

    /** The next organisations behind the one given that have anything stored, ascending (S-81), in pages as those of a scan (S-92). */
    List<OrgId> organizations(Optional<OrgId> after, int limit);

    /** The organisation's external id, if one was ever given; none is made (S-82). */
    Optional<ExternalId> externalId(OrgId org);

    /** How many stored secrets there are under each key, by key id; keys without any are absent (S-83). */
    Map<String, Long> countByKeyId();

    /**
     * Replaces a sealed value and its key id, if they are still the expected ones at that moment (S-93); the version and the history stay
     * as they are (S-84).
     *
     * @return false, and nothing changed, if another value or none is there (S-85)
     */
    boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement);

    /**
     * Deletes receipts that expired at or before the instant (S-86), no more than {@code limit} of them (S-87). The server calls it every
     * few minutes; a program that embeds the registry should call it now and then, until fewer than the limit were deleted.
     *
     * @return how many
     */
    int expireReceipts(Instant now, int limit);

    /**
     * Writes all items as they are (S-91) in one transaction, all or nothing (S-88), reading the iterator once. If the iterator throws,
     * nothing is written and its exception comes out. Until it ends, other writes may be refused as unavailable.
     *
     * @param replace whether a stored credential, history entry or external id of the same id gives way (S-89)
     * @throws DuplicateException if one is there and {@code replace} is false; it says of which kind (S-90)
     */
    void load(Iterator<Item> items, boolean replace);

    /** Where a scan goes on. */
    record Position(OrgId org, CredentialId id) {}

    /** What {@link #load} writes: exactly one of the three. */
    sealed interface Item {

        /** Applies the function of the item's own kind. */
        <R> R fold(
                Function<? super OfCredential, ? extends R> credential,
                Function<? super OfHistory, ? extends R> entry,
                Function<? super OfExternalId, ? extends R> externalId);

        /** A credential with its usage and version. */
        record OfCredential(Credential<SealedSecret> credential) implements Item {
            @Override
            public <R> R fold(
                    Function<? super OfCredential, ? extends R> credential,
                    Function<? super OfHistory, ? extends R> entry,
                    Function<? super OfExternalId, ? extends R> externalId) {
                return credential.apply(this);
            }
        }

        /** A history entry. */
        record OfHistory(HistoryEntry entry) implements Item {
            @Override
            public <R> R fold(
                    Function<? super OfCredential, ? extends R> credential,
                    Function<? super OfHistory, ? extends R> entry,
                    Function<? super OfExternalId, ? extends R> externalId) {
                return entry.apply(this);
            }
        }

        /** An organisation's external id. */
        record OfExternalId(OrgId org, ExternalId externalId) implements Item {
            @Override
            public <R> R fold(
                    Function<? super OfCredential, ? extends R> credential,
                    Function<? super OfHistory, ? extends R> entry,
                    Function<? super OfExternalId, ? extends R> externalId) {
                return externalId.apply(this);
            }
        }
    }
}
