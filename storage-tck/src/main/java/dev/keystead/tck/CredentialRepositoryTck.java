package dev.keystead.tck;

import dev.keystead.core.spi.Storage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The conformance kit for storage adapters. Extend it in the adapter's tests and tell it how to open an empty storage; whatever passes
 * keeps the contract of {@code docs/storage-contract.md}. Each test's name begins with the number of the rule that it checks.
 *
 * <p>The other hooks have defaults for an adapter that keeps what it stores. None of them switches a test off: what an adapter says that
 * it does not do is tested as well.
 */
@ExtendWith(RuleReport.class)
public abstract class CredentialRepositoryTck {
    private @Nullable Storage storage;
    private boolean closed;

    /** Opens an empty storage of its own for each call. The kit migrates it before use and closes it in the end. */
    protected abstract Storage openStorage();

    /**
     * Opens again what a closed storage kept. By default another empty one, which is right for a storage that keeps nothing.
     *
     * @param storage as {@link #openStorage} gave it, closed
     */
    protected Storage reopen(Storage storage) {
        return openStorage();
    }

    /** Whether what was committed outlives the closing. True unless overridden; false is checked to be so. */
    protected boolean isDurable() {
        return true;
    }

    /**
     * Puts the storage out of reach, as the loss of the network would, in the middle of its work. By default closes it, which is all
     * that can happen to an embedded one.
     *
     * @param storage as {@link #openStorage} gave it
     */
    protected void cutOff(Storage storage) {
        storage.close();
    }

    /** How many credentials the organisation has that is to be large; 5,000 unless overridden, and never below 3,000. */
    protected int largeOrganisation() {
        return 5_000;
    }

    /** How soon a storage that is out of reach has to say so (S-03); only the kit's own tests shorten it. */
    Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    final void openAndMigrate() {
        storage = openStorage();
        storage.migrate();
    }

    @AfterEach
    final void closeUnlessClosed() {
        if (storage != null && !closed) {
            storage.close();
        }
    }

    final Storage storage() {
        if (storage == null) {
            throw new IllegalStateException("no test is running");
        }
        return storage;
    }

    /** Closes the storage within a test. */
    final void closeStorage() {
        closed = true;
        storage().close();
    }

    /** Puts the storage out of reach within a test. */
    final void cutOff() {
        cutOff(storage());
    }

    /** Closes the storage, and goes on with what it kept. */
    final void reopenStorage() {
        closeStorage();
        storage = reopen(storage());
        closed = false;
        storage.migrate();
    }

    @Nested
    class EveryCall extends EveryCallRules {
        EveryCall() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class Values extends ValueRules {
        Values() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class Find extends FindRules {
        Find() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class ListPages extends ListRules {
        ListPages() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class ListByPrefix extends PrefixRules {
        ListByPrefix() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class HistoryPages extends HistoryRules {
        HistoryPages() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class LargeOrganisations extends SizeRules {
        LargeOrganisations() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class AppliedCommits extends CommitRules {
        AppliedCommits() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class RefusedCommits extends RefusalRules {
        RefusedCommits() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class AtomicCommits extends AtomicityRules {
        AtomicCommits() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class Receipts extends ReceiptRules {
        Receipts() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class UsageReports extends UsageRules {
        UsageReports() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class ExternalIds extends ExternalIdRules {
        ExternalIds() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class Scans extends ScanRules {
        Scans() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class SealedKeys extends SealRules {
        SealedKeys() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class ExpiredReceipts extends ExpiryRules {
        ExpiredReceipts() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class Loads extends LoadRules {
        Loads() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class Lifecycle extends LifecycleRules {
        Lifecycle() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class ConcurrentCommits extends ConcurrentCommitRules {
        ConcurrentCommits() {
            super(CredentialRepositoryTck.this);
        }
    }

    @Nested
    class ConcurrentWrites extends ConcurrentWriteRules {
        ConcurrentWrites() {
            super(CredentialRepositoryTck.this);
        }
    }
}
