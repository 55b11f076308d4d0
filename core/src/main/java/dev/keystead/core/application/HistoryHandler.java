package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.usecase.ListHistory;
import java.util.List;
import java.util.Optional;

final class HistoryHandler implements ListHistory {
    private final CredentialRepository repository;

    HistoryHandler(CredentialRepository repository) {
        this.repository = repository;
    }

    @Override
    public Page list(Caller caller, Query query) {
        caller.require(Permission.READ_HISTORY, query.org());
        int limit = query.limit().value();
        List<HistoryEntry> found =
                repository.history(new HistoryQuery(query.org(), query.credential(), query.before(), limit + 1));
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<HistoryEntry> page = found.subList(0, limit);
        return new Page(page, Optional.of(query.cursorAfter(page.get(limit - 1).id())));
    }
}
