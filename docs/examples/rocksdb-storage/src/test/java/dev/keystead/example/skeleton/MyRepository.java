package dev.keystead.example.skeleton;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import java.util.List;
import java.util.Optional;

final class MyRepository implements CredentialRepository {
    @Override
    public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
        throw new UnsupportedOperationException("find");
    }

    @Override
    public List<CredentialSummary> list(ListQuery query) {
        throw new UnsupportedOperationException("list");
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        throw new UnsupportedOperationException("history");
    }

    @Override
    public void commit(Commit commit) {
        throw new UnsupportedOperationException("commit");
    }

    @Override
    public Optional<Receipt> receipt(Receipt.Key key) {
        throw new UnsupportedOperationException("receipt");
    }

    @Override
    public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
        throw new UnsupportedOperationException("recordUsage");
    }

    @Override
    public ExternalId externalId(OrgId org, ExternalId candidate) {
        throw new UnsupportedOperationException("externalId");
    }
}
