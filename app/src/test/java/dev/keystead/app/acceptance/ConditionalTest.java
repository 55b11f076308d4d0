package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalTest extends AcceptanceTest {
    private String id;

    @BeforeEach
    void createASecondVersion() {
        id = createAws("one");
        update(id, "{\"name\":\"two\"}").ok();
    }

    @ParameterizedTest
    @DisplayName("H-111 the current version, a list with it, and * apply")
    @ValueSource(
            strings = {
                "\"2\"",
                "\"1\", \"2\"",
                "\"2\",\"9\"",
                "*",
                "\"x\", \"2\"",
                "W/\"2\" , \"2\"",
                " \"2\" ",
                ",\"2\",",
                " , ,\"1\",, \"2\" ,\t,"
            })
    void appliesToTheCurrentVersion(String ifMatch) {
        Client client = admin.with("If-Match", ifMatch);

        assertThat(client.post("/update", Bodies.update(org, id, "{\"comments\":\"x\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(describe(id).header("ETag")).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @DisplayName("H-111 every other version is 412")
    @ValueSource(
            strings = {
                "\"1\"",
                "\"3\"",
                "\"1\", \"3\"",
                "\"\"",
                "\"02\"",
                "\"2.0\"",
                "\"two\"",
                "\"99999999999999999999\""
            })
    void refusesOtherVersions(String ifMatch) {
        refuses(ifMatch);
    }

    @Test
    @DisplayName("H-111 several If-Match headers are one list")
    void readsSeveralHeadersAsOneList() {
        Client client = admin.with("If-Match", "\"1\"").with("If-Match", "\"2\"");

        assertThat(client.post("/delete", Bodies.remove(org, id)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-111 a removal obeys it too")
    void removesTheNamedVersion() {
        ProblemReply.of(
                        admin.with("If-Match", "\"1\"").post("/delete", Bodies.remove(org, id)),
                        412,
                        "precondition-failed")
                .standsAlone();

        assertThat(admin.with("If-Match", "\"2\"")
                        .post("/delete", Bodies.remove(org, id))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("H-111 of many updates of one version, one is applied")
    void appliesOneOfManyUpdates() {
        Client client = admin.with("If-Match", "\"2\"");

        List<CompletableFuture<Integer>> updates = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> client.post("/update", Bodies.update(org, id, "{\"name\":\"u" + i + "\"}"))
                                .status()))
                .toList();

        assertThat(updates.stream().map(CompletableFuture::join).sorted())
                .containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        assertThat(describe(id).header("ETag")).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @DisplayName("H-112 a weak tag never matches")
    @ValueSource(strings = {"W/\"2\"", "W/\"1\", W/\"2\"", "\"1\", W/\"2\""})
    void refusesWeakTags(String ifMatch) {
        refuses(ifMatch);
    }

    @ParameterizedTest
    @DisplayName("H-112 a malformed If-Match is refused with 400")
    @ValueSource(
            strings = {
                "2",
                "\"2",
                "2\"",
                "'2'",
                "\"2\" \"3\"",
                "*, \"2\"",
                "**",
                "\"2\", x",
                "w/\"2\"",
                "\"a\"b\"",
                "",
                ",",
                " , ",
                ",x,\"2\""
            })
    void refusesMalformedHeaders(String ifMatch) {
        Reply update = admin.with("If-Match", ifMatch).post("/update", Bodies.update(org, id, "{\"name\":\"x\"}"));
        Reply removal = admin.with("If-Match", ifMatch).post("/delete", Bodies.remove(org, id));

        for (Reply reply : List.of(update, removal)) {
            assertThat(ProblemReply.invalid(reply).errors())
                    .singleElement()
                    .asString()
                    .startsWith("header If-Match: ");
        }
    }

    @Test
    @DisplayName("H-112 other endpoints ignore If-Match")
    void ignoresIfMatchElsewhere() {
        Client client = admin.with("If-Match", "malformed");

        assertThat(client.post("/create", Bodies.aws(org, "three")).status()).isEqualTo(200);
        assertThat(client.post("/usage", Bodies.usage(org, id, 1)).status()).isEqualTo(200);
        assertThat(client.get("/list?org_id=" + org).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-113 updates of different members both hold")
    void mergesUpdatesMemberByMember() {
        List<CompletableFuture<Reply>> updates = List.of(
                CompletableFuture.supplyAsync(() -> update(id, "{\"name\":\"three\"}")),
                CompletableFuture.supplyAsync(() -> update(id, "{\"comments\":\"new\"}")),
                CompletableFuture.supplyAsync(() -> update(id, "{\"specific\":{\"role\":\"" + Bodies.ROLE + "3\"}}")));

        assertThat(updates)
                .allSatisfy(update -> assertThat(update.join().status()).isEqualTo(200));
        assertThat(describe(id).body())
                .contains("\"name\":\"three\",\"comments\":\"new\"", Bodies.ROLE + "3", "\"version\":5");
    }

    @Test
    @DisplayName("H-113 If-None-Match is ignored")
    void ignoresIfNoneMatch() {
        assertThat(admin.with("If-None-Match", "\"2\"")
                        .get("/describe?org_id=" + org + "&credential_id=" + id)
                        .status())
                .isEqualTo(200);
        assertThat(admin.with("If-None-Match", "*")
                        .post("/delete", Bodies.remove(org, id))
                        .status())
                .isEqualTo(200);
    }

    private void refuses(String ifMatch) {
        Reply reply = admin.with("If-Match", ifMatch).post("/update", Bodies.update(org, id, "{\"name\":\"x\"}"));

        ProblemReply.of(reply, 412, "precondition-failed").standsAlone();
        assertThat(describe(id).header("ETag")).isEqualTo("\"2\"");
    }
}
