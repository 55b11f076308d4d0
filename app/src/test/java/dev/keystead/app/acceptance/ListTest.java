package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends AcceptanceTest {

    @Test
    @DisplayName("H-71 an empty organisation, to the byte")
    void listsNothing() {
        assertThat(list().ok().body()).isEqualTo("{\"status\":200,\"credentials\":[]}");
    }

    @Test
    @DisplayName("H-71 one credential of each cloud, to the byte")
    void listsEachCloud() {
        String aws = createAws("a \\\"quoted\\\" name");
        String azure = createAzure("azure");
        String gcp = createGcp("gcp");

        assertThat(list().ok().body())
                .isEqualTo("{\"status\":200,\"credentials\":["
                        + "{\"type\":\"aws\",\"id\":\"" + aws + "\",\"name\":\"a \\\"quoted\\\" name\","
                        + "\"comments\":\"as created\",\"resources\":0,\"last_time\":\"\"},"
                        + "{\"type\":\"azure\",\"id\":\"" + azure + "\",\"name\":\"azure\","
                        + "\"comments\":\"as created\",\"resources\":0,\"last_time\":\"\"},"
                        + "{\"type\":\"gcp\",\"id\":\"" + gcp + "\",\"name\":\"gcp\","
                        + "\"comments\":\"as created\",\"resources\":0,\"last_time\":\"\"}]}");
    }

    @Test
    @DisplayName("H-71 only the organisation's own credentials are listed")
    void listsOneOrganisationAlone() {
        String other = newOrg();
        createAws("mine");
        bearing(Claims.of("eve").in(other, "admin"))
                .post("/create", Bodies.aws(other, "theirs"))
                .ok();

        assertThat(list().each("credentials", "name")).containsExactly("mine");
    }

    @Test
    @DisplayName("H-72 the oldest comes first, whatever was updated or used since")
    void listsTheOldestFirst() {
        List<String> ids =
                IntStream.range(0, 12).mapToObj(i -> createGcp("z" + (12 - i))).toList();

        update(ids.get(0), "{\"name\":\"zzz\"}").ok();
        admin.post("/usage", Bodies.usage(org, ids.get(3), 1)).ok();

        assertThat(list().each("credentials", "id")).isEqualTo(ids);
    }

    @ParameterizedTest
    @DisplayName("H-73 last_time has milliseconds and is UTC")
    @CsvSource({
        "2026-11-23T19:05:11.123Z,2026-11-23T19:05:11.123Z",
        "2026-11-23T19:05:11Z,2026-11-23T19:05:11.000Z",
        "2026-11-23T21:05:00.5+02:00,2026-11-23T19:05:00.500Z",
        "2026-11-23T19:05:00.123999Z,2026-11-23T19:05:00.123Z"
    })
    void showsTheLastTime(String reported, String shown) {
        String id = createAws("one");

        admin.post("/usage", Bodies.usage(org, id, 7, reported)).ok();

        assertThat(list().body())
                .isEqualTo("{\"status\":200,\"credentials\":[{\"type\":\"aws\",\"id\":\"" + id + "\",\"name\":\"one\","
                        + "\"comments\":\"as created\",\"resources\":7,\"last_time\":\"" + shown + "\"}]}");
    }

    @ParameterizedTest
    @DisplayName("H-74 resources are cut off at 1000")
    @CsvSource({"0,0", "999,999", "1000,1000", "1001,1000", "2147483647,1000"})
    void cutsResourcesOff(int reported, int shown) {
        String id = createAws("one");

        admin.post("/usage", Bodies.usage(org, id, reported)).ok();

        assertThat(list().body()).contains("\"resources\":" + shown + ",");
    }

    @Test
    @DisplayName("H-75 type shows one cloud")
    void filtersByType() {
        createAws("a");
        createAzure("b");
        createGcp("c");
        createAws("d");

        assertThat(names("type=aws")).containsExactly("a", "d");
        assertThat(names("type=azure")).containsExactly("b");
        assertThat(names("type=gcp")).containsExactly("c");
        assertThat(names("type=gap")).containsExactly("c");
    }

    @ParameterizedTest
    @DisplayName("H-75 another type is refused")
    @ValueSource(strings = {"", "AWS", "oracle", "aws+"})
    void refusesOtherTypes(String type) {
        Reply reply = admin.get("/list?org_id=" + org + "&type=" + type);

        assertThat(ProblemReply.invalid(reply).errors())
                .singleElement()
                .asString()
                .startsWith("parameter type: ");
    }

    @Test
    @DisplayName("H-76 name_prefix is literal and case-sensitive")
    void filtersByNamePrefix() {
        for (String name : List.of("prod a", "prod b", "Prod c", "100%_x", "100 x", "1000", "prod", "\\\\x", "äö")) {
            createAws(name);
        }
        createGcp("prod gcp");

        assertThat(names("name_prefix=prod")).containsExactly("prod a", "prod b", "prod", "prod gcp");
        assertThat(names("name_prefix=prod%20")).containsExactly("prod a", "prod b", "prod gcp");
        assertThat(names("name_prefix=prod+&type=gcp")).containsExactly("prod gcp");
        assertThat(names("name_prefix=100%25_")).containsExactly("100%_x");
        assertThat(names("name_prefix=100_")).isEmpty();
        assertThat(names("name_prefix=%25")).isEmpty();
        assertThat(names("name_prefix=%5C")).containsExactly("\\x");
        assertThat(names("name_prefix=%C3%A4")).containsExactly("äö");
        assertThat(names("name_prefix=")).hasSize(10);
    }

    private List<String> names(String filter) {
        return admin.get("/list?org_id=" + org + "&" + filter).each("credentials", "name");
    }
}
