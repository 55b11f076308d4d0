package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpAdapterTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void createsListsUpdatesAndRemoves() {
        HttpResponse<String> created = server.post("create", """
                {"org_id":"acme","type":"azure","name":" Prod ","comments":"c","specific":{"tenant":"contoso.com",
                 "clientId":"11111111-2222-3333-4444-555555555555","key":"s3cret~value"}}""", "Prefer", "return=representation");
        String id = created.headers().firstValue("Credential-Id").orElseThrow();
        HttpResponse<String> updated = server.post(
                "update",
                "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\",\"data\":{\"name\":\"New\"},\"reason\":\"r\"}",
                "If-Match",
                "W/\"1\", \"1\"");
        HttpResponse<String> listed = server.get("list?org_id=acme&action=list_credentials");
        HttpResponse<String> resolved =
                server.post("resolve", "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\",\"purpose\":\"scan\"}");
        HttpResponse<String> history = server.get("history?org_id=acme");
        HttpResponse<String> removed =
                server.post("delete", "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\",\"comments\":\"gone\"}");

        assertThat(created.body())
                .startsWith(
                        "{\"status\":200,\"response\":\"Credential created\",\"credential\":{\"type\":\"azure\",\"id\":\""
                                + id
                                + "\",\"name\":\"Prod\",\"comments\":\"c\",\"resources\":0,\"last_time\":\"\",\"resources_total\":0,"
                                + "\"specific\":{\"tenant\":\"contoso.com\",\"clientId\":\"11111111-2222-3333-4444-555555555555\",\"key\":\"********\"},"
                                + "\"version\":1,\"created_at\":\"");
        assertThat(updated.body()).isEqualTo("{\"status\":200,\"response\":\"Credential updated\"}");
        assertThat(updated.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(listed.body())
                .isEqualTo("{\"status\":200,\"credentials\":[{\"type\":\"azure\",\"id\":\"" + id
                        + "\",\"name\":\"New\",\"comments\":\"c\",\"resources\":0,\"last_time\":\"\"}]}");
        assertThat(resolved.body()).contains("\"key\":\"s3cret~value\"},\"version\":2}}");
        assertThat(history.body()).contains("\"event\":\"resolved\"", "\"changed\":[\"name\"]");
        assertThat(removed.body()).isEqualTo("{\"status\":200,\"response\":\"Credential removed\"}");
    }

    @Test
    void tellsAllViolationsTogether() {
        HttpResponse<String> refused = server.post(
                "create?axtion=x",
                "{\"org_id\":7,\"type\":\"azure\",\"name\":\"\",\"specific\":{\"tenant\":\"x\",\"client_id\":\"y\",\"key\":\"********\"}}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "{\"pointer\":\"/org_id\",\"detail\":\"must be a string\"}",
                        "{\"pointer\":\"/specific/clientId\",\"detail\":\"is required\"}",
                        "{\"pointer\":\"/specific/client_id\",\"detail\":\"unknown member, did you mean \\\"clientId\\\"?\"}",
                        "{\"parameter\":\"axtion\",\"detail\":\"unknown parameter, did you mean \\\"action\\\"?\"}",
                        "{\"pointer\":\"/name\"",
                        "{\"pointer\":\"/specific/key\"",
                        "{\"pointer\":\"/specific/tenant\"");
    }

    @Test
    void givesTheEnginesErrorsTheFormOfAllOthers() {
        String malformed = server.raw("GET /v1 HTTP/1.1\r\nHost: x\r\nX A: b\r\n\r\n");
        String longHeader = server.raw("GET /v1 HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n");
        String longUri = server.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(malformed).contains("HTTP/1.1 400", "urn:keystead:problem:invalid-request", "X-Request-Id: ");
        assertThat(longHeader).contains("HTTP/1.1 431", "urn:keystead:problem:headers-too-large", "nosniff");
        assertThat(longUri).contains("HTTP/1.1 414", "urn:keystead:problem:uri-too-long", "no-store");
    }

    @Test
    void refusesOtherMethodsAndPaths() {
        String head =
                server.raw("HEAD /v1/organizations/credentials/list HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String trace =
                server.raw("FOO //v1/organizations/credentials/list HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        HttpResponse<String> slash = server.get("list/?org_id=acme");

        assertThat(head).contains("HTTP/1.1 405", "Allow: GET");
        assertThat(trace).contains("HTTP/1.1 405", "Allow: GET");
        assertThat(slash.statusCode()).isEqualTo(404);
        assertThat(slash.body()).contains("urn:keystead:problem:not-found");
    }

    @Test
    void treatsARequestForAWebSocketLikeAnyOther() {
        String answer = server.raw("""
                GET /v1/organizations/credentials/list?org_id=acme HTTP/1.1
                Host: x
                Authorization: Bearer acme
                Sec-WebSocket-Version: 13
                Connection: close

                """.replace("\n", "\r\n"));

        assertThat(answer).contains("HTTP/1.1 200").doesNotContain("Set-Cookie");
    }

    @Test
    void keepsTheMethodOfTheRequestLine() {
        String get = server.raw("""
                GET /v1/organizations/credentials/create HTTP/1.1
                Host: x
                X-HTTP-Method-Override: POST
                Connection: close

                """.replace("\n", "\r\n"));
        HttpResponse<String> post = server.post("create", "{}", "X-HTTP-Method-Override", "GET");

        assertThat(get).contains("HTTP/1.1 405", "Allow: POST");
        assertThat(post.statusCode()).isEqualTo(400);
    }
}
