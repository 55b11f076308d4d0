package dev.keystead.core.application;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.IdSource;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.usecase.UseCases;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes the use cases. */
public final class Handlers {
    private Handlers() {}

    /** The use cases over one repository and one sealer. */
    public static UseCases over(
            CredentialRepository repository, SecretSealer sealer, Clock clock, IdSource ids, RandomGenerator random) {
        Chronicle chronicle = new Chronicle(clock, ids);
        Retries retries = new Retries(random);
        Receipts receipts = new Receipts(repository, sealer, clock);
        return new UseCases(
                new CreateHandler(repository, sealer, ids, chronicle, receipts, retries),
                new ListHandler(repository),
                new DescribeHandler(repository),
                new UpdateHandler(repository, new Merge(sealer), chronicle, receipts, retries),
                new RemoveHandler(repository, chronicle, receipts, retries),
                new ResolveHandler(repository, sealer, chronicle, retries),
                new ReportUsageHandler(repository, clock),
                new HistoryHandler(repository));
    }

    /** The ids that are used unless the embedder brings others. */
    public static IdSource defaultIds(Clock clock, RandomGenerator random) {
        return new UuidV7Source(clock, random);
    }
}
