package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DescribeTest extends AcceptanceTest {

    @Test
    @DisplayName("H-97 each cloud, to the byte")
    void describesEachCloud() {
        String aws = createAws("a");
        String azure = createAzure("b");
        String gcp = createGcp("c");

        assertThat(describe(aws).ok().body())
                .isEqualTo(expected("aws", aws, "a", "{\"role\":\"" + Bodies.ROLE + "\"}"));
        assertThat(describe(azure).ok().body())
                .isEqualTo(expected(
                        "azure",
                        azure,
                        "b",
                        "{\"tenant\":\"" + Bodies.TENANT + "\",\"clientId\":\"" + Bodies.CLIENT_ID
                                + "\",\"key\":\"********\"}"));
        assertThat(describe(gcp).ok().body())
                .isEqualTo(expected("gcp", gcp, "c", "{\"project\":\"" + Bodies.PROJECT + "\"}"));
    }

    @Test
    @DisplayName("H-97 who updated it and when")
    void describesTheLastUpdate() {
        String id = createGcp("one");
        server.clock().advance(Duration.ofMillis(877));
        as("grace", "owner")
                .post("/update", Bodies.update(org, id, "{\"name\":\"two\"}"))
                .ok();

        assertThat(describe(id).body())
                .endsWith("\"version\":2,\"created_at\":\"2026-11-23T19:05:11.123Z\",\"created_by\":\"ada\","
                        + "\"updated_at\":\"2026-11-23T19:05:12.000Z\",\"updated_by\":\"grace\"}}");
    }

    @Test
    @DisplayName("H-98 resources_total is not cut off")
    void describesAllResources() {
        String id = createAws("one");

        admin.post("/usage", Bodies.usage(org, id, Integer.MAX_VALUE)).ok();

        assertThat(describe(id).body())
                .contains(
                        "\"resources\":1000,\"last_time\":\"2026-11-23T19:05:11.123Z\",\"resources_total\":2147483647,");
    }

    private static String expected(String type, String id, String name, String specific) {
        return "{\"status\":200,\"credential\":{\"type\":\"" + type + "\",\"id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"comments\":\"as created\",\"resources\":0,\"last_time\":\"\",\"resources_total\":0,\"specific\":"
                + specific + ",\"version\":1,\"created_at\":\"2026-11-23T19:05:11.123Z\",\"created_by\":\"ada\","
                + "\"updated_at\":\"2026-11-23T19:05:11.123Z\",\"updated_by\":\"ada\"}}";
    }
}
