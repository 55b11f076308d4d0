package dev.keystead.core.application;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.InvalidMemberException;
import dev.keystead.core.domain.InvalidMemberException.Violation;
import dev.keystead.core.domain.KeyChange;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Merges what an update says into what is stored. */
final class Merge {
    private final SecretSealer sealer;

    Merge(SecretSealer sealer) {
        this.sealer = sealer;
    }

    /** Refuses a change that names members that the credential's cloud does not have. */
    static void requireMembersOf(CloudType type, AccountChange change) {
        Set<Member> foreign = EnumSet.noneOf(Member.class);
        foreign.addAll(change.members());
        foreign.removeAll(changeable(type));
        if (!foreign.isEmpty()) {
            throw new InvalidMemberException(foreign.stream()
                    .map(member ->
                            new Violation(member.path(), "is not a member of a credential of type " + type.code()))
                    .toList());
        }
    }

    private static Set<Member> changeable(CloudType type) {
        return switch (type) {
            case AWS -> Set.of(Member.ROLE);
            case AZURE -> Set.of(Member.CLIENT_ID, Member.KEY);
            case GCP -> Set.of(Member.PROJECT);
        };
    }

    /** The credential with the change applied; version and audit are still those of {@code stored}. */
    Credential<SealedSecret> apply(Credential<SealedSecret> stored, CredentialChange change) {
        return new Credential<>(
                stored.org(),
                stored.id(),
                change.name().orElse(stored.name()),
                change.comments().orElse(stored.comments()),
                change.account().map(account -> merge(stored, account)).orElse(stored.account()),
                stored.usage(),
                stored.version(),
                stored.audit());
    }

    /** The members that differ. Sealed secrets are compared as they are: an unchanged one is carried over by {@link #apply}. */
    static Set<Member> differences(Credential<SealedSecret> before, Credential<SealedSecret> after) {
        Map<Member, Object> old = valuesOf(before);
        Set<Member> members = EnumSet.noneOf(Member.class);
        valuesOf(after).forEach((member, value) -> {
            if (!value.equals(old.get(member))) {
                members.add(member);
            }
        });
        return members;
    }

    private static Map<Member, Object> valuesOf(Credential<SealedSecret> credential) {
        Map<Member, Object> values = new EnumMap<>(Member.class);
        values.put(Member.NAME, credential.name());
        values.put(Member.COMMENTS, credential.comments());
        values.putAll(credential
                .account()
                .<Map<Member, Object>>fold(
                        aws -> Map.of(Member.ROLE, aws.arn()),
                        azure -> Map.of(Member.CLIENT_ID, azure.clientId(), Member.KEY, azure.key()),
                        gcp -> Map.of(Member.PROJECT, gcp.project())));
        return values;
    }

    private CloudAccount<SealedSecret> merge(Credential<SealedSecret> stored, AccountChange change) {
        SecretBinding binding = new SecretBinding(stored.org(), stored.id(), Member.KEY);
        return stored.account()
                .fold(
                        aws -> new AwsRole<>(change.role().orElse(aws.arn())),
                        azure -> new AzureServicePrincipal<>(
                                azure.tenant(),
                                change.clientId().orElse(azure.clientId()),
                                change.key()
                                        .flatMap(KeyChange::replacement)
                                        .map(secret -> resealIfNew(azure.key(), secret, binding))
                                        .orElse(azure.key())),
                        gcp -> new GcpProject<>(change.project().orElse(gcp.project())));
    }

    private SealedSecret resealIfNew(SealedSecret stored, Secret secret, SecretBinding binding) {
        return isOf(stored, secret, binding) ? stored : sealer.seal(secret, binding);
    }

    private boolean isOf(SealedSecret stored, Secret secret, SecretBinding binding) {
        try {
            return sealer.open(stored, binding).equals(secret);
        } catch (SealBrokenException lost) {
            return false; // what does not open is mended by a new value
        }
    }
}
