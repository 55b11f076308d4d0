package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HistoryTest extends AcceptanceTest {

    @Test
    @DisplayName("H-99 the whole life of a credential, to the byte")
    void tellsTheLifeOfACredential() {
        String id = admin.with("X-Request-Id", "r1")
                .post("/create", Bodies.azure(org, "one"))
                .id();
        server.clock().advance(Duration.ofSeconds(1));
        admin.with("X-Request-Id", "r2")
                .post("/update", Bodies.update(org, id, "{\"name\":\"two\",\"specific\":{\"key\":\"k2\"}}"))
                .ok();
        agent.with("X-Request-Id", "r3")
                .post("/resolve", Bodies.resolve(org, id))
                .ok();
        as("grace", "owner")
                .with("X-Request-Id", "r4")
                .post("/delete", Bodies.remove(org, id))
                .ok();

        Reply reply = history();

        List<String> ids = reply.each("history", "id");
        assertThat(reply.body())
                .isEqualTo("{\"status\":200,\"history\":["
                        + entry(ids.get(0), "12.123", "grace", "removed", id, "two", "as removed", "", "r4") + ","
                        + entry(ids.get(1), "12.123", "worker", "resolved", id, "two", "as resolved", "", "r3") + ","
                        + entry(
                                ids.get(2),
                                "12.123",
                                "ada",
                                "updated",
                                id,
                                "two",
                                "as updated",
                                "\"name\",\"specific.key\"",
                                "r2")
                        + ","
                        + entry(ids.get(3), "11.123", "ada", "created", id, "one", "as created", "", "r1") + "]}");
    }

    @Test
    @DisplayName("H-100 reasons come from comments, reason and purpose")
    void keepsReasons() {
        String id = createAzure("one");
        update(id, "{\"comments\":\"other\"}").ok();
        agent.post("/resolve", Bodies.resolve(org, id).replace("as resolved", " nightly "))
                .ok();
        remove(id).ok();

        assertThat(history().each("history", "reason"))
                .containsExactly("as removed", "nightly", "as updated", "as created");
    }

    @Test
    @DisplayName("H-101 changed lists real differences by name")
    void listsRealDifferences() {
        String id = createAzure("one");
        update(id, "{\"name\":\" one \",\"comments\":\"as created\"}").ok();
        update(id, "{\"specific\":{\"key\":\"" + Bodies.KEY + "\",\"clientId\":\"" + Bodies.CLIENT_ID + "\"}}")
                .ok();
        update(
                        id,
                        "{\"specific\":{\"clientId\":\"22222222-2222-3333-4444-555555555555\",\"key\":\"k2\"},"
                                + "\"comments\":\"new\",\"name\":\"two\"}")
                .ok();

        Reply reply = history();

        assertThat(reply.json()
                        .get("history")
                        .valueStream()
                        .map(entry -> entry.get("changed").toString())
                        .toList())
                .containsExactly("[\"name\",\"comments\",\"specific.clientId\",\"specific.key\"]", "[]", "[]", "[]");
        assertThat(reply.body()).doesNotContain(Bodies.KEY, "k2", "22222222");
    }

    @Test
    @DisplayName("H-102 the newest come first, page by page")
    void pagesThroughTheHistory() {
        String id = createAws("n0");
        for (int i = 1; i < 7; i++) {
            update(id, "{\"name\":\"n" + i + "\"}").ok();
        }

        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = "";
        do {
            Reply page =
                    admin.get("/history?org_id=" + org + "&limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            List<String> found = page.each("history", "credential_name");
            names.addAll(found);
            sizes.add(found.size());
            cursor = page.nextCursor();
            update(id, "{\"name\":\"meanwhile\"}").ok();
        } while (!cursor.isEmpty());

        assertThat(names).containsExactly("n6", "n5", "n4", "n3", "n2", "n1", "n0");
        assertThat(sizes).containsExactly(3, 3, 1);
    }

    @Test
    @DisplayName("H-102 a page has 100 entries unless the request says otherwise")
    void limitsTheHistoryTo100() {
        String id = createAws("n");
        for (int i = 0; i < 100; i++) {
            update(id, "{\"name\":\"n\"}").ok();
        }

        assertThat(history().each("history", "id")).hasSize(100);
        assertThat(history().nextCursor()).isNotEmpty();
        assertThat(admin.get("/history?org_id=" + org + "&limit=1000").each("history", "id"))
                .hasSize(101);
        assertThat(admin.get("/history?org_id=" + org + "&limit=101").nextCursor())
                .isEmpty();
    }

    @Test
    @DisplayName("H-103 the history of one credential, removed or not")
    void tellsTheHistoryOfOneCredential() {
        String one = createAws("one");
        String two = createAws("two");
        update(one, "{\"name\":\"1\"}").ok();
        remove(two).ok();

        assertThat(of(one).each("history", "event")).containsExactly("updated", "created");
        assertThat(of(two).each("history", "event")).containsExactly("removed", "created");
        assertThat(of("never-had").body()).isEqualTo("{\"status\":200,\"history\":[]}");
        assertThat(admin.get("/history?org_id=" + org + "&credential_id=" + one + "&limit=1")
                        .nextCursor())
                .isNotEmpty();
    }

    @Test
    @DisplayName("H-103 the history of another organisation's credential is empty")
    void tellsNothingOfOtherOrganisations() {
        String other = newOrg();
        String theirs = bearing(Claims.of("eve").in(other, "admin"))
                .post("/create", Bodies.aws(other, "theirs"))
                .id();

        assertThat(of(theirs).body()).isEqualTo("{\"status\":200,\"history\":[]}");
        assertThat(history().body()).isEqualTo("{\"status\":200,\"history\":[]}");
    }

    @Test
    @DisplayName("H-104 every effect has one entry")
    void writesOneEntryForEachEffect() {
        String id = createAws("one");
        update(id, "{\"name\":\"two\"}").ok();
        admin.post("/usage", Bodies.usage(org, id, 3)).ok();
        agent.post("/resolve", Bodies.resolve(org, id)).ok();
        agent.post("/resolve", Bodies.resolve(org, id)).ok();
        remove(id).ok();

        assertThat(history().each("history", "event"))
                .containsExactly("removed", "resolved", "resolved", "updated", "created");
    }

    private Reply of(String id) {
        return admin.get("/history?org_id=" + org + "&credential_id=" + id);
    }

    private static String entry(
            String id,
            String seconds,
            String actor,
            String event,
            String credential,
            String name,
            String reason,
            String changed,
            String requestId) {
        return "{\"id\":\"" + id + "\",\"time\":\"2026-11-23T19:05:" + seconds + "Z\",\"actor\":\"" + actor
                + "\",\"event\":\"" + event + "\",\"credential_id\":\"" + credential + "\",\"credential_name\":\""
                + name
                + "\",\"reason\":\"" + reason + "\",\"changed\":[" + changed + "],\"request_id\":\"" + requestId
                + "\"}";
    }
}
