package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest extends AcceptanceTest {

    @Test
    @DisplayName("H-80 a cursor is URL-safe")
    void givesUrlSafeCursors() {
        createAws("äö?&=/ +");
        createAws("äö?&=/ -");

        assertThat(page("limit=1&name_prefix=" + Bodies.query("äö?&=/ ")).nextCursor())
                .matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @DisplayName("H-80 a malformed cursor is refused")
    @ValueSource(strings = {"", "x", "AAAA", "MQ", "MQo", "%00", "Mgp4CnkK", "*", "a%20b"})
    void refusesMalformedCursors(String cursor) {
        assertThat(ProblemReply.invalid(page("limit=1&cursor=" + cursor)).errors())
                .singleElement()
                .asString()
                .startsWith("parameter cursor: ");
        assertThat(ProblemReply.invalid(admin.get("/history?org_id=" + org + "&cursor=" + cursor))
                        .errors())
                .singleElement()
                .asString()
                .startsWith("parameter cursor: ");
    }

    @Test
    @DisplayName("H-80 a cursor of another list is refused")
    void refusesCursorsOfOtherLists() {
        String other = newOrg();
        String id = createAws("one");
        createAws("two");
        Client both = bearing(Claims.of("ada").with("orgs", "{\"" + org + "\":\"admin\",\"" + other + "\":\"admin\"}"));
        String ofList = page("limit=1").nextCursor();
        String ofFilter = page("limit=1&type=aws").nextCursor();
        String ofHistory = admin.get("/history?org_id=" + org + "&limit=1").nextCursor();

        assertThat(List.of(
                        both.get("/list?org_id=" + other + "&cursor=" + ofList),
                        both.get("/list?org_id=" + org + "&type=aws&cursor=" + ofList),
                        both.get("/list?org_id=" + org + "&name_prefix=o&cursor=" + ofList),
                        both.get("/list?org_id=" + org + "&cursor=" + ofFilter),
                        both.get("/list?org_id=" + org + "&type=gcp&cursor=" + ofFilter),
                        both.get("/list?org_id=" + org + "&cursor=" + ofHistory),
                        both.get("/history?org_id=" + org + "&cursor=" + ofList),
                        both.get("/history?org_id=" + other + "&cursor=" + ofHistory),
                        both.get("/history?org_id=" + org + "&credential_id=" + id + "&cursor=" + ofHistory)))
                .allSatisfy(reply -> assertThat(ProblemReply.invalid(reply).errors())
                        .singleElement()
                        .asString()
                        .startsWith("parameter cursor: "));
    }

    private Reply page(String parameters) {
        return admin.get("/list?org_id=" + org + (parameters.isEmpty() ? "" : "&" + parameters));
    }
}
