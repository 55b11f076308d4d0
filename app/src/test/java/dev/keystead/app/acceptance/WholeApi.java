package dev.keystead.app.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that succeeds, once: every endpoint, for each cloud, with every member and header that an answer may have. */
final class WholeApi {
    private static final String CHANGE_OF_AWS = "{\"name\":\"new\",\"specific\":{\"role\":\"" + Bodies.ROLE + "\"}}";
    private static final String CHANGE_OF_AZURE =
            "{\"specific\":{\"clientId\":\"" + Bodies.CLIENT_ID + "\",\"key\":\"********\"}}";
    private static final String CHANGE_OF_GCP =
            "{\"comments\":\"new\",\"specific\":{\"project\":\"" + Bodies.PROJECT + "\"}}";

    private final Map<String, List<Reply>> replies = new TreeMap<>();
    private final String org;
    private final Client admin;
    private final Client agent;

    private WholeApi(String org, Client admin, Client agent) {
        this.org = org;
        this.admin = admin;
        this.agent = agent;
    }

    /** The answers, by endpoint, in an organisation without credentials. */
    static Map<String, List<Reply>> of(String org, Client admin, Client agent) {
        WholeApi api = new WholeApi(org, admin, agent);
        api.play("aws", Bodies.aws(org, "one"), CHANGE_OF_AWS);
        api.play("azure", Bodies.azure(org, "two"), CHANGE_OF_AZURE);
        api.play("gcp", Bodies.gcp(org, "three"), CHANGE_OF_GCP);
        api.remove();
        return api.replies;
    }

    private void play(String cloud, String body, String change) {
        get("/setup", "&type=" + cloud);
        post(admin, "/create?action=add_credential", body);
        String id = repeated(cloud, "/create", body).id();
        String query = "&credential_id=" + id;
        post(admin.with("If-Match", "\"1\""), "/update", Bodies.update(org, id, change));
        repeated(cloud, "/update", Bodies.update(org, id, change));
        post(admin, "/usage", Bodies.usage(org, id, 1204, "2026-01-02T03:04:05Z"));
        post(agent, "/resolve", Bodies.resolve(org, id));
        get("/describe", query);
        get("/history", query);
        get("/history", "&limit=1");
        get("/list", "&action=list_credentials");
        get("/list", "&limit=1&name_prefix=&type=" + cloud);
    }

    private void remove() {
        List<String> ids = admin.get("/list?org_id=" + org).each("credentials", "id");
        post(admin, "/delete", Bodies.remove(org, ids.get(0)));
        repeated("any", "/delete", Bodies.remove(org, ids.get(1)));
    }

    /** Sends it twice under one key, and asks for the whole credential. */
    private Reply repeated(String cloud, String endpoint, String body) {
        Client once = admin.with("Idempotency-Key", cloud + endpoint)
                .with("Prefer", "return=representation")
                .with("X-Request-Id", "mine");
        Reply first = post(once, endpoint, body);
        post(once, endpoint, body);
        return first;
    }

    private void get(String endpoint, String query) {
        add(endpoint, admin.get(endpoint + "?org_id=" + org + query));
    }

    private Reply post(Client client, String endpoint, String body) {
        return add(endpoint.replaceFirst("\\?.*", ""), client.post(endpoint, body));
    }

    private Reply add(String endpoint, Reply reply) {
        replies.computeIfAbsent(endpoint, none -> new ArrayList<>()).add(reply.ok());
        return reply;
    }
}
