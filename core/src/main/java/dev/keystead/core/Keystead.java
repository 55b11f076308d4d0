package dev.keystead.core;

import dev.keystead.core.application.Handlers;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.IdSource;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.DescribeCredential;
import dev.keystead.core.usecase.DescribeSetup;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.ListHistory;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.ReportUsage;
import dev.keystead.core.usecase.ResealSecrets;
import dev.keystead.core.usecase.ResolveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import dev.keystead.core.usecase.UseCases;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The registry: one accessor for each use case, over the repository and the sealer that it was built with. Safe for use by many
 * threads. It opens nothing and closes nothing; what it was given stays the giver's.
 */
public final class Keystead {
    private final UseCases useCases;

    private Keystead(UseCases useCases) {
        this.useCases = useCases;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Re-sealing, which no edge serves: the operator's work over all organisations of a storage, after the keys of the sealer have
     * changed.
     */
    public static ResealSecrets resealing(StorageMaintenance maintenance, SecretSealer sealer) {
        return Handlers.resealing(maintenance, sealer);
    }

    /** All of them at once, for an edge that serves them. */
    public UseCases useCases() {
        return useCases;
    }

    public CreateCredential createCredential() {
        return useCases.createCredential();
    }

    public ListCredentials listCredentials() {
        return useCases.listCredentials();
    }

    public DescribeCredential describeCredential() {
        return useCases.describeCredential();
    }

    public UpdateCredential updateCredential() {
        return useCases.updateCredential();
    }

    public RemoveCredential removeCredential() {
        return useCases.removeCredential();
    }

    public ResolveCredential resolveCredential() {
        return useCases.resolveCredential();
    }

    public ReportUsage reportUsage() {
        return useCases.reportUsage();
    }

    public ListHistory listHistory() {
        return useCases.listHistory();
    }

    public DescribeSetup describeSetup() {
        return useCases.describeSetup();
    }

    /** Collects what a registry needs: a repository and a sealer; clock and ids have defaults. Not safe for use by many threads. */
    public static final class Builder {
        private final RandomGenerator random = new SecureRandom();
        private @Nullable CredentialRepository repository;
        private @Nullable SecretSealer sealer;
        private @Nullable IdSource ids;
        private PlatformAccounts platform = PlatformAccounts.NONE;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        public Builder repository(CredentialRepository repository) {
            this.repository = repository;
            return this;
        }

        public Builder sealer(SecretSealer sealer) {
            this.sealer = sealer;
            return this;
        }

        /** The platform's accounts that the organisations let in; none unless set, so that only Azure can be set up. */
        public Builder platform(PlatformAccounts platform) {
            this.platform = platform;
            return this;
        }

        /** The time; the system's unless set. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** The ids of credentials and history entries; UUIDv7 unless set. */
        public Builder ids(IdSource ids) {
            this.ids = ids;
            return this;
        }

        /**
         * Builds the registry.
         *
         * @throws IllegalStateException without a repository or a sealer
         */
        public Keystead build() {
            IdSource idSource = Optional.ofNullable(ids).orElseGet(() -> Handlers.defaultIds(clock, random));
            return new Keystead(Handlers.over(
                    required(repository, "repository"), required(sealer, "sealer"), platform, clock, idSource, random));
        }

        private static <T> T required(@Nullable T part, String name) {
            if (part == null) {
                throw new IllegalStateException("Keystead.builder() needs a " + name);
            }
            return part;
        }
    }
}
