package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest extends AcceptanceTest {
    private String id;

    @BeforeEach
    void createACredential() {
        id = createAws("one");
    }

    @Test
    @DisplayName("H-105 the answer to a report, to the byte, and nothing else changes")
    void recordsAUse() {
        Reply reply = agent.post("/usage", Bodies.usage(org, id, 12));

        assertThat(reply.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Usage recorded\"}");
        assertThat(list().body()).contains("\"resources\":12,\"last_time\":\"2026-11-23T19:05:11.123Z\"");
        assertThat(describe(id).body()).contains("\"version\":1,").contains("\"updated_by\":\"ada\"");
        assertThat(history().each("history", "event")).containsExactly("created");
    }

    @Test
    @DisplayName("H-105 an update keeps the use")
    void keepsTheUseAtAnUpdate() {
        agent.post("/usage", Bodies.usage(org, id, 12)).ok();

        update(id, "{\"name\":\"two\"}").ok();

        assertThat(list().body()).contains("\"resources\":12,\"last_time\":\"2026-11-23T19:05:11.123Z\"");
    }

    @ParameterizedTest
    @DisplayName("H-106 resources are 0 to 2147483647")
    @ValueSource(strings = {"-1", "2147483648", "4294967296", "99999999999999999999999"})
    void refusesOtherResources(String resources) {
        String body = Bodies.usage(org, id, 1).replace(":1}", ":" + resources + "}");

        assertThat(ProblemReply.invalid(agent.post("/usage", body)).errors())
                .singleElement()
                .asString()
                .startsWith("pointer /resources: must be 0 to 2");
    }

    @Test
    @DisplayName("H-106 the least and the most")
    void acceptsTheLeastAndTheMost() {
        agent.post("/usage", Bodies.usage(org, id, Integer.MAX_VALUE)).ok();
        assertThat(describe(id).body()).contains("\"resources_total\":2147483647,");

        agent.post("/usage", Bodies.usage(org, id, 0)).ok();
        assertThat(describe(id).body()).contains("\"resources_total\":0,");
    }

    @Test
    @DisplayName("H-107 the time is now unless it is given")
    void takesNowAsTheTime() {
        server.clock().advance(Duration.ofSeconds(3));

        agent.post("/usage", Bodies.usage(org, id, 1)).ok();

        assertThat(list().body()).contains("\"last_time\":\"2026-11-23T19:05:14.123Z\"");
    }

    @Test
    @DisplayName("H-107 up to 60 seconds in the future are accepted")
    void refusesTheFuture() {
        agent.post("/usage", Bodies.usage(org, id, 1, "2026-11-23T19:06:11.123Z"))
                .ok();

        assertThat(ProblemReply.invalid(agent.post("/usage", Bodies.usage(org, id, 2, "2026-11-23T19:06:11.124Z")))
                        .errors())
                .singleElement()
                .asString()
                .startsWith("pointer /time: ");
        assertThat(list().body()).contains("\"resources\":1,\"last_time\":\"2026-11-23T19:06:11.123Z\"");
    }

    @ParameterizedTest
    @DisplayName("H-107 what is not RFC 3339 is refused")
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-23",
                "2026-11-23T19:05:11",
                "2026-11-23T19:05Z",
                "2026-11-23T25:05:11Z",
                "2026-02-30T00:00:00Z",
                "2026-11-23T19:05:11+0200",
                "2026-11-23T19:05:11+02",
                "2026-11-23T19:05:11+24:00",
                "2026-11-23T19:05:11+02:60",
                "2026-11-23T24:00:00Z",
                "2026-11-23T19:05:61Z",
                "2026-11-23T19:05:11.Z",
                "2026-11-23 19:05:11Z",
                "2025-02-29T00:00:00Z",
                "12026-11-23T19:05:11Z",
                "\u0662026-11-23T19:05:11Z",
                "1795000000",
                " 2026-11-23T19:05:11Z"
            })
    void refusesOtherTimes(String time) {
        ProblemReply.invalid(agent.post("/usage", Bodies.usage(org, id, 2, time)))
                .hasErrors("pointer /time: must be an RFC 3339 time, such as 2026-11-23T19:05:11.123Z");
    }

    @ParameterizedTest
    @DisplayName("H-107 a leap second that is at the end of no month of UTC is refused")
    @ValueSource(
            strings = {
                "2016-12-31T23:58:60Z",
                "2016-12-30T23:59:60Z",
                "2016-12-31T22:59:60Z",
                "2016-12-31T23:59:60+01:00",
                "2016-12-31T23:59:60-01:00"
            })
    void refusesOtherLeapSeconds(String time) {
        ProblemReply.invalid(agent.post("/usage", Bodies.usage(org, id, 2, time)))
                .hasErrors("pointer /time: must be an RFC 3339 time, such as 2026-11-23T19:05:11.123Z");
    }

    @ParameterizedTest
    @DisplayName("H-107 a leap second is kept as the last millisecond before it")
    @ValueSource(
            strings = {
                "2016-12-31T23:59:60Z",
                "2016-12-31T23:59:60.5z",
                "2017-01-01T00:59:60+01:00",
                "2016-12-31T15:59:60.999-08:00"
            })
    void acceptsLeapSeconds(String time) {
        agent.post("/usage", Bodies.usage(org, id, 2, time)).ok();

        assertThat(list().body()).contains("\"last_time\":\"2016-12-31T23:59:59.999Z\"");
    }

    @ParameterizedTest
    @DisplayName("H-107 a time before the year 1 in UTC is told as one")
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "0000-02-29T00:00:00Z",
                "0001-01-01T00:00:00+14:00",
                "0000-12-31T23:59:60Z",
                "0000-12-31T23:59:59.999999Z"
            })
    void refusesTimesBeforeTheFirstYear(String time) {
        ProblemReply.invalid(agent.post("/usage", Bodies.usage(org, id, 2, time)))
                .hasErrors("pointer /time: must be in the years 1 to 9999 of UTC");
    }

    @Test
    @DisplayName("H-107 the first time and the last")
    void acceptsTheFirstTime() {
        agent.post("/usage", Bodies.usage(org, id, 1, "0001-01-01T00:00:00Z")).ok();
        assertThat(list().body()).contains("\"last_time\":\"0001-01-01T00:00:00.000Z\"");

        agent.post("/usage", Bodies.usage(org, id, 1, "0000-12-31T22:00:00-23:59"))
                .ok();
        assertThat(list().body()).contains("\"last_time\":\"0001-01-01T21:59:00.000Z\"");

        ProblemReply.invalid(agent.post("/usage", Bodies.usage(org, id, 1, "9999-12-31T23:59:59-00:01")))
                .hasErrors("pointer /time: must be in the years 1 to 9999 of UTC");
    }

    @Test
    @DisplayName("H-107 what is finer than a millisecond is cut off")
    void cutsOffWhatIsFinerThanAMillisecond() {
        agent.post("/usage", Bodies.usage(org, id, 1, "2026-11-23T19:05:00.1239999999999Z"))
                .ok();
        assertThat(list().body()).contains("\"last_time\":\"2026-11-23T19:05:00.123Z\"");

        agent.post("/usage", Bodies.usage(org, id, 1, "2026-11-23T19:05:00.5Z")).ok();
        assertThat(list().body()).contains("\"last_time\":\"2026-11-23T19:05:00.500Z\"");
    }

    @ParameterizedTest
    @DisplayName("H-107 RFC 3339 in all its forms")
    @ValueSource(
            strings = {
                "2026-11-23T19:05:00Z",
                "2026-11-23t19:05:00z",
                "2026-11-23T19:05:00.000000000Z",
                "2026-11-23T19:05:00-00:00",
                "2026-11-23T19:05:00.00000000000000000000Z",
                "2026-11-24T19:04:00+23:59",
                "2026-11-24T00:35:00+05:30"
            })
    void acceptsTimes(String time) {
        agent.post("/usage", Bodies.usage(org, id, 2, time)).ok();

        assertThat(list().body()).contains("\"last_time\":\"2026-11-23T19:05:00.000Z\"");
    }

    @Test
    @DisplayName("H-108 an older report changes nothing")
    void ignoresOlderReports() {
        agent.post("/usage", Bodies.usage(org, id, 5, "2026-11-23T19:00:00.001Z"))
                .ok();

        Reply older = agent.post("/usage", Bodies.usage(org, id, 9, "2026-11-23T19:00:00.000Z"));
        Reply same = agent.post("/usage", Bodies.usage(org, id, 6, "2026-11-23T19:00:00.001Z"));

        assertThat(older.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Usage recorded\"}");
        assertThat(same.ok().status()).isEqualTo(200);
        assertThat(list().body()).contains("\"resources\":6,\"last_time\":\"2026-11-23T19:00:00.001Z\"");
    }
}
