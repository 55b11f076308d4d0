package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.core.usecase.ListCredentials.Listing;
import dev.keystead.core.usecase.ListCredentials.Query;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListHandlerTest {
    private static final int PAGE = 500;
    private static final CredentialFilter AZURE = new CredentialFilter(Optional.of(CloudType.AZURE), Optional.empty());

    private final Bench bench = new Bench();

    @Test
    void listsTheOldestFirst() {
        CredentialId first = bench.created(Bench.awsRole());
        CredentialId second = bench.created(Bench.servicePrincipal());

        Listing listing = list(Query.all(Bench.ACME));

        assertThat(listing.credentials())
                .containsExactly(
                        bench.stored(first).summary(), bench.stored(second).summary());
        assertThat(listing.next()).isEmpty();
    }

    @Test
    void listsWhatPassesTheFilter() {
        bench.created(Bench.awsRole());
        CredentialId azure = bench.created(Bench.servicePrincipal());

        Listing listing = list(new Query(Bench.ACME, AZURE, Optional.empty(), Optional.empty()));

        assertThat(listing.credentials()).extracting(CredentialSummary::id).containsExactly(azure);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 2 * PAGE + 1})
    void iteratesOverAWholeOrganisation(int size) {
        List<CredentialId> ids = create(size);

        Listing listing = list(Query.all(Bench.ACME));

        assertThat(listing.credentials()).extracting(CredentialSummary::id).isEqualTo(ids);
        assertThat(bench.repository.listings).extracting(ListQuery::limit).containsOnly(PAGE);
    }

    @Test
    void readsTheFirstPageAtOnceAndTheOthersOnDemand() {
        create(PAGE + 1);

        Iterator<CredentialSummary> credentials =
                list(Query.all(Bench.ACME)).credentials().iterator();
        assertThat(bench.repository.listings).hasSize(1);

        for (int i = 0; i < PAGE; i++) {
            credentials.next();
        }
        assertThat(bench.repository.listings).hasSize(1);

        credentials.next();
        assertThat(bench.repository.listings).hasSize(2);
        assertThat(credentials.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(credentials::next);
    }

    @Test
    void reportsTheFailureOfTheFirstPageAtOnce() {
        bench.repository.beforeList(ListHandlerTest::lost);

        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> list(Query.all(Bench.ACME)));
    }

    @Test
    void reportsTheFailureOfALaterPageFromTheIteration() {
        create(PAGE);
        Iterator<CredentialSummary> credentials =
                list(Query.all(Bench.ACME)).credentials().iterator();
        for (int i = 0; i < PAGE; i++) {
            credentials.next();
        }
        bench.repository.beforeList(ListHandlerTest::lost);

        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(credentials::hasNext);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 1_000})
    void showsEachCredentialOnceFromCursorToCursor(int limit) {
        List<CredentialId> ids = create(6);
        List<CredentialId> seen = new ArrayList<>();

        Optional<Cursor> cursor = Optional.empty();
        do {
            Listing page = list(page(CredentialFilter.ALL, limit, cursor));
            List<CredentialId> shown = new ArrayList<>();
            page.credentials().forEach(credential -> shown.add(credential.id()));
            assertThat(shown).hasSizeBetween(1, limit);
            seen.addAll(shown);
            cursor = page.next().map(next -> Cursor.of(next.value()));
        } while (cursor.isPresent());

        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void hasNoCursorAtTheEndOfThePages() {
        create(3);

        assertThat(list(page(CredentialFilter.ALL, 3, Optional.empty())).next()).isEmpty();
        assertThat(list(page(CredentialFilter.ALL, 2, Optional.empty())).next()).isPresent();
        assertThat(list(page(AZURE, 1, Optional.empty())).next()).isEmpty();
    }

    @Test
    void goesOnBehindACredentialThatIsGone() {
        List<CredentialId> ids = create(3);
        Optional<Cursor> cursor =
                list(page(CredentialFilter.ALL, 1, Optional.empty())).next();
        bench.remove(ids.get(0));

        Listing rest = list(new Query(Bench.ACME, CredentialFilter.ALL, Optional.empty(), cursor));

        assertThat(rest.credentials()).extracting(CredentialSummary::id).isEqualTo(ids.subList(1, 3));
    }

    private Listing list(Query query) {
        return bench.useCases.listCredentials().list(Bench.ADMIN, query);
    }

    private List<CredentialId> create(int count) {
        List<CredentialId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(bench.created(Bench.awsRole()));
        }
        return ids;
    }

    private static Query page(CredentialFilter filter, int limit, Optional<Cursor> cursor) {
        return new Query(Bench.ACME, filter, Optional.of(new PageLimit(limit)), cursor);
    }

    private static void lost() {
        throw new StorageUnavailableException(false, null);
    }
}
