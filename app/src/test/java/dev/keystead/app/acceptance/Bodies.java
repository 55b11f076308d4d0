package dev.keystead.app.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Request bodies of members that are all valid. */
final class Bodies {
    static final String ROLE = "arn:aws:iam::123456789012:role/Keystead";
    static final String TENANT = "contoso.onmicrosoft.com";
    static final String CLIENT_ID = "11111111-2222-3333-4444-555555555555";
    static final String KEY = "s3cr3t~planted.Value_8Q";
    static final String PROJECT = "my-project-123";

    private Bodies() {}

    static String aws(String org, String name) {
        return create(org, "aws", name, "{\"role\":\"" + ROLE + "\"}");
    }

    static String azure(String org, String name) {
        return create(
                org,
                "azure",
                name,
                "{\"tenant\":\"" + TENANT + "\",\"clientId\":\"" + CLIENT_ID + "\",\"key\":\"" + KEY + "\"}");
    }

    static String gcp(String org, String name) {
        return create(org, "gcp", name, "{\"project\":\"" + PROJECT + "\"}");
    }

    static String create(String org, String type, String name, String specific) {
        return "{\"org_id\":\"" + org + "\",\"type\":\"" + type + "\",\"name\":\"" + name + "\",\"specific\":"
                + specific + ",\"comments\":\"as created\"}";
    }

    /** An update for a reason. */
    static String update(String org, String id, String data) {
        return "{" + target(org, id) + ",\"data\":" + data + ",\"reason\":\"as updated\"}";
    }

    static String remove(String org, String id) {
        return "{" + target(org, id) + ",\"comments\":\"as removed\"}";
    }

    static String usage(String org, String id, int resources) {
        return "{" + target(org, id) + ",\"resources\":" + resources + "}";
    }

    static String usage(String org, String id, int resources, String time) {
        return "{" + target(org, id) + ",\"resources\":" + resources + ",\"time\":\"" + time + "\"}";
    }

    static String resolve(String org, String id) {
        return "{" + target(org, id) + ",\"purpose\":\"as resolved\"}";
    }

    static String query(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String target(String org, String id) {
        return "\"org_id\":\"" + org + "\",\"credential_id\":\"" + id + "\"";
    }
}
