package dev.keystead.core.application;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.usecase.ListCredentials;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A whole list, one page in memory at a time. The first page is read when this is made. */
final class PagedIterable implements Iterable<CredentialSummary> {
    private static final int PAGE = 500;

    private final CredentialRepository repository;
    private final ListCredentials.Query query;
    private final List<CredentialSummary> firstPage;

    PagedIterable(CredentialRepository repository, ListCredentials.Query query) {
        this.repository = repository;
        this.query = query;
        this.firstPage = read(query.after());
    }

    @Override
    public Iterator<CredentialSummary> iterator() {
        return new Pages();
    }

    private List<CredentialSummary> read(Optional<CredentialId> after) {
        return repository.list(new ListQuery(query.org(), query.filter(), after, PAGE));
    }

    private final class Pages implements Iterator<CredentialSummary> {
        private List<CredentialSummary> page = firstPage;
        private int index;

        @Override
        public boolean hasNext() {
            if (index == PAGE) {
                page = read(Optional.of(page.get(PAGE - 1).id()));
                index = 0;
            }
            return index < page.size();
        }

        @Override
        public CredentialSummary next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.get(index++);
        }
    }
}
