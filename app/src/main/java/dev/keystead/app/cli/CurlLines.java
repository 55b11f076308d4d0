package dev.keystead.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lines for a shell that try each endpoint. Each is complete in itself and works in any order, any number of times: one that needs a
 * credential creates it inside the line, under an {@code Idempotency-Key}, so that all of them mean the same one.
 *
 * @param server such as {@code http://127.0.0.1:8080}
 * @param token goes into every line
 * @param org whose credentials
 */
record CurlLines(String server, String token, String org) {
    private static final String SAME_EACH_TIME = " -H 'Idempotency-Key: example'";

    /** The lines by what they do, in the order in which one tries them. */
    Map<String, String> all() {
        String example = idOf(create("example", SAME_EACH_TIME));
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("setup", get("setup?action=describe_setup&org_id=" + org + "&type=azure"));
        lines.put(
                "create (the Idempotency-Key makes it the same credential each time)",
                create("example", SAME_EACH_TIME));
        lines.put("list", get("list?action=list_credentials&org_id=" + org));
        lines.put(
                "update",
                post(
                        "update?action=update_credential",
                        member("credential_id", example) + ",\"data\":{\"name\":\"renamed\"},\"reason\":\"a try\"",
                        ""));
        lines.put("describe", get("describe?action=describe_credential&org_id=" + org + "&credential_id=" + example));
        lines.put("history", get("history?action=list_history&org_id=" + org));
        lines.put(
                "usage", post("usage?action=report_usage", member("credential_id", example) + ",\"resources\":42", ""));
        lines.put(
                "resolve",
                post(
                        "resolve?action=resolve_credential",
                        member("credential_id", example) + ",\"purpose\":\"a try\"",
                        ""));
        lines.put(
                "delete (of a credential that the line creates for it)",
                post(
                        "delete?action=remove_credential",
                        member("credential_id", idOf(create("short-lived", ""))) + ",\"comments\":\"a try\"",
                        ""));
        return lines;
    }

    private String create(String name, String header) {
        return post(
                "create?action=add_credential",
                "\"type\":\"azure\",\"name\":\"" + name + "\",\"specific\":{\"tenant\":\"contoso.com\","
                        + "\"clientId\":\"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60\",\"key\":\"not-a-real-secret\"},"
                        + "\"comments\":\"a try\"",
                header);
    }

    private String get(String pathAndQuery) {
        return curl("", pathAndQuery);
    }

    private String post(String pathAndQuery, String members, String header) {
        return curl(
                header + " -H 'Content-Type: application/json' -d '{\"org_id\":\"" + org + "\"," + members + "}'",
                pathAndQuery);
    }

    private String curl(String arguments, String pathAndQuery) {
        return "curl -sS -w '\\n' -H 'Authorization: Bearer " + token + "'" + arguments + " \"" + server
                + "/v1/organizations/credentials/" + pathAndQuery + "\"";
    }

    /** Ends the quotation of the body, puts the value in, and begins it again. */
    private static String member(String name, String value) {
        return "\"" + name + "\":\"'\"" + value + "\"'\"";
    }

    /** The id that a line's answer names in its header. */
    private static String idOf(String line) {
        return "$(" + line.replaceFirst("-sS", "-sSi")
                + " | sed -n 's/^[Cc]redential-[Ii]d: *\\([0-9A-Za-z-]*\\).*/\\1/p')";
    }
}
