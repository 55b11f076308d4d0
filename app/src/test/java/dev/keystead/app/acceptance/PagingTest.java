package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest extends AcceptanceTest {

    @Test
    @DisplayName("H-77 next_cursor is there while there is more")
    void pagesThroughTheList() {
        List<String> ids =
                IntStream.range(0, 5).mapToObj(i -> createAws("n" + i)).toList();

        Reply first = page("limit=2");
        Reply second = page("limit=2&cursor=" + first.nextCursor());
        Reply third = page("limit=2&cursor=" + second.nextCursor());

        assertThat(first.each("credentials", "id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.each("credentials", "id")).isEqualTo(ids.subList(2, 4));
        assertThat(third.each("credentials", "id")).isEqualTo(ids.subList(4, 5));
        assertThat(first.body()).endsWith("}],\"next_cursor\":\"" + first.nextCursor() + "\"}");
        assertThat(third.body()).endsWith("}]}");
    }

    @Test
    @DisplayName("H-77 a page that ends with the list has no next_cursor")
    void endsWithTheList() {
        createAws("one");
        createAws("two");

        assertThat(page("limit=2").body()).endsWith("}]}");
        assertThat(page("limit=1000").body()).endsWith("}]}");
        assertThat(page("limit=1").nextCursor()).isNotEmpty();
    }

    @ParameterizedTest
    @DisplayName("H-77 limit is 1 to 1000")
    @ValueSource(strings = {"", "0", "1001", "-1", "1.0", "01", "+1", "1e1", "x", "99999999999999999999", "%D9%A1"})
    void refusesOtherLimits(String limit) {
        ProblemReply.invalid(page("limit=" + limit)).hasErrors("parameter limit: must be 1 to 1000");
        ProblemReply.invalid(admin.get("/history?org_id=" + org + "&limit=" + limit))
                .hasErrors("parameter limit: must be 1 to 1000");
    }

    @Test
    @DisplayName("H-78 without limit the whole organisation comes in one body")
    void listsAWholeOrganisation() {
        List<String> ids = Bulk.load(server.storage(), org, 1_234);

        Reply all = page("");

        assertThat(all.each("credentials", "id")).isEqualTo(ids);
        assertThat(all.body()).endsWith("}]}").doesNotContain("next_cursor");
        assertThat(page("limit=1000").each("credentials", "id")).hasSize(1_000);
        assertThat(page("cursor=" + page("limit=1000").nextCursor()).each("credentials", "id"))
                .hasSize(234);
    }

    @Test
    @DisplayName("H-81 a walk survives the removal of what it stands on")
    void walksOnFromWhatWasRemoved() {
        List<String> ids =
                IntStream.range(0, 6).mapToObj(i -> createAws("n" + i)).toList();
        Reply first = page("limit=2");

        remove(ids.get(0)).ok();
        remove(ids.get(1)).ok();
        remove(ids.get(3)).ok();
        String added = createAws("late");

        assertThat(page("limit=1000&cursor=" + first.nextCursor()).each("credentials", "id"))
                .containsExactly(ids.get(2), ids.get(4), ids.get(5), added);
    }

    @Test
    @DisplayName("H-81 a walk among writers sees what stays exactly once")
    void seesWhatStaysExactlyOnce() {
        List<String> staying = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            staying.add(createAws("stays"));
            createAws("goes");
        }
        AtomicBoolean walking = new AtomicBoolean(true);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            List<String> going = page("").json()
                    .get("credentials")
                    .valueStream()
                    .filter(credential -> credential.get("name").asString().equals("goes"))
                    .map(credential -> credential.get("id").asString())
                    .toList();
            for (int i = 0; walking.get() && i < 2_000; i++) {
                createAws("comes");
                if (i < going.size()) {
                    remove(going.get(i)).ok();
                }
            }
        });

        List<String> seen = walk(3);
        walking.set(false);
        writer.join();

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(staying);
    }

    private List<String> walk(int limit) {
        List<String> seen = new ArrayList<>();
        Reply page = page("limit=" + limit);
        seen.addAll(page.each("credentials", "id"));
        while (!page.nextCursor().isEmpty() && seen.size() < 500) {
            page = page("limit=" + limit + "&cursor=" + page.nextCursor());
            seen.addAll(page.each("credentials", "id"));
        }
        return seen;
    }

    private Reply page(String parameters) {
        return admin.get("/list?org_id=" + org + (parameters.isEmpty() ? "" : "&" + parameters));
    }
}
