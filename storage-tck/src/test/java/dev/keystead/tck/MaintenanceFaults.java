package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.like;

import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults in scanning, counting, sealing anew and tidying up. */
final class MaintenanceFaults {
    private MaintenanceFaults() {}

    static List<Fault> all() {
        return List.of(
                scanning(
                        "S-80",
                        "sorts without regard to case",
                        page -> page.stream()
                                .sorted(Comparator.comparing((Credential<SealedSecret> credential) ->
                                                credential.org().value().toLowerCase(Locale.ROOT))
                                        .thenComparing(
                                                credential -> credential.id().value()))
                                .toList()),
                scanning(
                        "S-94",
                        "scans without usage",
                        page -> page.stream()
                                .map(credential ->
                                        like(credential).used(Usage.NEVER).build())
                                .toList()),
                Fault.ofMaintenance("S-81", "names organisations with credentials only", CredentialsOnly::new),
                Fault.ofMaintenance("S-82", "reads external ids beside credentials only", Joined::new),
                Fault.ofMaintenance("S-83", "counts a key once for each organisation", Distinct::new),
                Fault.ofMaintenance("S-84", "leaves the key id of a replaced secret", OldKeyId::new),
                Fault.ofMaintenance("S-85", "claims to have replaced what is not there", Claiming::new),
                Fault.ofMaintenance("S-86", "keeps receipts that expire at the instant", Keeping::new),
                Fault.ofMaintenance("S-87", "deletes all expired receipts at a time", Unlimited::new),
                Fault.ofMaintenance("S-26", "scans the first 2,000", FirstRows::new),
                Fault.ofMaintenance("S-92", "begins the organisation anew behind an id that is gone", Restarting::new),
                Fault.ofMaintenance("S-93", "compares the sealed secret before it writes", LateReplacements::new));
    }

    /** Like a driver with a row limit that goes to the position by itself. */
    private static final class FirstRows extends DelegatingMaintenance {
        FirstRows(Storage sound) {
            super(sound);
        }

        @Override
        public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
            List<Credential<SealedSecret>> rows = super.scan(Optional.empty(), 2_000);
            List<Credential<SealedSecret>> behind = super.scan(after, limit);
            return behind.stream().filter(rows::contains).toList();
        }
    }

    private static Fault scanning(String rule, String what, UnaryOperator<List<Credential<SealedSecret>>> distortion) {
        return Fault.ofMaintenance(rule, what, sound -> new DelegatingMaintenance(sound) {
            @Override
            public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
                return distortion.apply(super.scan(after, limit));
            }
        });
    }

    private static Stream<SealedSecret> keyOf(Credential<SealedSecret> credential) {
        return credential.account() instanceof AzureServicePrincipal<SealedSecret> principal
                ? Stream.of(principal.key())
                : Stream.empty();
    }

    private static boolean hasCredentials(Storage sound, OrgId org) {
        ListQuery first = new ListQuery(org, CredentialFilter.ALL, Optional.empty(), 1);
        return !sound.repository().list(first).isEmpty();
    }

    private static final class CredentialsOnly extends DelegatingMaintenance {
        private final Storage sound;

        CredentialsOnly(Storage sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public List<OrgId> organizations(Optional<OrgId> after, int limit) {
            return super.organizations(after, limit).stream()
                    .filter(org -> hasCredentials(sound, org))
                    .toList();
        }
    }

    private static final class Joined extends DelegatingMaintenance {
        private final Storage sound;

        Joined(Storage sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public Optional<ExternalId> externalId(OrgId org) {
            return super.externalId(org).filter(stored -> hasCredentials(sound, org));
        }
    }

    private static final class Distinct extends DelegatingMaintenance {
        Distinct(Storage sound) {
            super(sound);
        }

        @Override
        public Map<String, Long> countByKeyId() {
            return scan(Optional.empty(), Integer.MAX_VALUE).stream()
                    .flatMap(credential -> keyOf(credential).map(key -> List.of(credential.org(), key.keyId())))
                    .distinct()
                    .collect(Collectors.groupingBy(pair -> pair.get(1).toString(), Collectors.counting()));
        }
    }

    private static final class OldKeyId extends DelegatingMaintenance {
        OldKeyId(Storage sound) {
            super(sound);
        }

        @Override
        public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
            return super.replaceSealed(binding, expected, new SealedSecret(expected.keyId(), replacement.value()));
        }
    }

    private static final class Claiming extends DelegatingMaintenance {
        private final Storage sound;

        Claiming(Storage sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
            boolean absent =
                    sound.repository().find(binding.org(), binding.credential()).isEmpty();
            return absent || super.replaceSealed(binding, expected, replacement);
        }
    }

    private static final class Keeping extends DelegatingMaintenance {
        Keeping(Storage sound) {
            super(sound);
        }

        @Override
        public int expireReceipts(Instant now, int limit) {
            return super.expireReceipts(now.minusMillis(1), limit);
        }
    }

    private static final class Unlimited extends DelegatingMaintenance {
        Unlimited(Storage sound) {
            super(sound);
        }

        @Override
        public int expireReceipts(Instant now, int limit) {
            return super.expireReceipts(now, Integer.MAX_VALUE);
        }
    }

    private static final class Restarting extends DelegatingMaintenance {
        private final Storage sound;

        Restarting(Storage sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
            return super.scan(after.map(this::known), limit);
        }

        private Position known(Position after) {
            boolean known = sound.repository().find(after.org(), after.id()).isPresent();
            return known
                    ? after
                    : new Position(
                            after.org(),
                            CredentialBuilder.aCredential().id("-").build().id());
        }
    }

    private static final class LateReplacements extends DelegatingMaintenance {
        private final Window window = new Window();
        private final Storage sound;

        LateReplacements(Storage sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
            if (!stored(binding).equals(Optional.of(expected))) {
                return super.replaceSealed(binding, expected, replacement);
            }
            window.open();
            while (!super.replaceSealed(binding, stored(binding).orElseThrow(), replacement)) {
                window.open();
            }
            return true;
        }

        private Optional<SealedSecret> stored(SecretBinding binding) {
            if (binding.member() != Member.KEY) {
                return Optional.empty();
            }
            return sound.repository().find(binding.org(), binding.credential()).stream()
                    .flatMap(MaintenanceFaults::keyOf)
                    .findFirst();
        }
    }
}
