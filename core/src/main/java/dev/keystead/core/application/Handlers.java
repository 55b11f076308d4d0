package dev.keystead.core.application;

import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.IdSource;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.usecase.ResealSecrets;
import dev.keystead.core.usecase.UseCases;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes the use cases. */
public final class Handlers {
    private Handlers() {}

    /**
     * The use cases over one repository and one sealer.
     *
     * @param random a secure source: external ids are drawn from it
     */
    public static UseCases over(
            CredentialRepository repository,
            SecretSealer sealer,
            PlatformAccounts platform,
            Clock clock,
            IdSource ids,
            RandomGenerator random) {
        Chronicle chronicle = new Chronicle(clock, ids);
        Retries retries = new Retries(random);
        Receipts receipts = new Receipts(repository, sealer, clock);
        ExternalIds externalIds = new ExternalIds(repository, random);
        return new UseCases(
                new CreateHandler(repository, sealer, ids, chronicle, receipts, retries),
                new ListHandler(repository),
                new DescribeHandler(repository),
                new UpdateHandler(repository, new Merge(sealer), chronicle, receipts, retries),
                new RemoveHandler(repository, chronicle, receipts, retries),
                new ResolveHandler(repository, sealer, externalIds, chronicle, retries),
                new ReportUsageHandler(repository, clock),
                new HistoryHandler(repository),
                new SetupHandler(platform, externalIds));
    }

    /** Re-sealing over one storage and one sealer. */
    public static ResealSecrets resealing(StorageMaintenance maintenance, SecretSealer sealer) {
        return new ResealHandler(maintenance, sealer);
    }

    /** The ids that are used unless the embedder brings others. */
    public static IdSource defaultIds(Clock clock, RandomGenerator random) {
        return new UuidV7Source(clock, random);
    }
}
