package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.usecase.ListCredentials;
import java.util.List;
import java.util.Optional;

final class ListHandler implements ListCredentials {
    private final CredentialRepository repository;

    ListHandler(CredentialRepository repository) {
        this.repository = repository;
    }

    @Override
    public Listing list(Caller caller, Query query) {
        caller.require(Permission.READ, query.org());
        if (query.limit().isPresent()) {
            return page(query, query.limit().get());
        }
        return new Listing(new PagedIterable(repository, query), Optional.empty());
    }

    private Listing page(Query query, PageLimit limit) {
        List<CredentialSummary> found =
                repository.list(new ListQuery(query.org(), query.filter(), query.after(), limit.value() + 1));
        if (found.size() <= limit.value()) {
            return new Listing(found, Optional.empty());
        }
        List<CredentialSummary> page = found.subList(0, limit.value());
        return new Listing(
                page, Optional.of(query.cursorAfter(page.get(page.size() - 1).id())));
    }
}
