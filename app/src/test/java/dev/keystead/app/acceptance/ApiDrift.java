package dev.keystead.app.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where an OpenAPI document and a server differ. */
final class ApiDrift {
    /** What the transport adds to each answer. */
    private static final Set<String> OF_HTTP =
            Set.of("connection", "content-length", "content-type", "date", "transfer-encoding");

    private final List<String> differences = new ArrayList<>();
    private final ApiDocument document;

    private ApiDrift(ApiDocument document) {
        this.document = document;
    }

    /** All differences, in words; the server's answers to everything that succeeds are given. */
    static List<String> of(ApiDocument document, Client anonymous, Client admin, Map<String, List<Reply>> replies) {
        ApiDrift drift = new ApiDrift(document);
        drift.compare("endpoints", drift.endpoints(), WireRecords.endpoints());
        if (!drift.differences.isEmpty()) {
            return drift.differences; // an endpoint that is not there has nothing to be compared with
        }
        for (ApiOperation operation : document.operations()) {
            drift.route(operation, anonymous, admin);
            drift.request(operation);
            drift.required(operation, admin);
            drift.reply(operation, replies.getOrDefault(operation.endpoint(), List.of()));
        }
        return drift.differences;
    }

    private Set<String> endpoints() {
        return document.operations().stream().map(ApiOperation::endpoint).collect(Collectors.toSet());
    }

    private void route(ApiOperation operation, Client anonymous, Client admin) {
        int status = anonymous
                .send(operation.method(), operation.path(), BodyPublishers.noBody())
                .status();
        compare("status without a token of " + operation.path(), Set.of(401), Set.of(status));
        List<String> allowed =
                anonymous.send("PUT", operation.path(), BodyPublishers.noBody()).all("Allow");
        compare("methods of " + operation.path(), Set.of(operation.method()), Set.copyOf(allowed));
        String refused = ask(operation, admin, "?action=" + operation.action()).body();
        if (refused.contains("\"parameter\":\"action\"")) {
            differences.add("the action of " + operation.path());
        }
    }

    private void request(ApiOperation operation) {
        Set<String> known = WireRecords.members(operation.endpoint());
        Set<String> documented = new TreeSet<>(operation.requestMembers());
        operation.query().forEach(parameter -> documented.add("/" + parameter));
        compare("members of the request of " + operation.path(), documented, known);
    }

    private void required(ApiOperation operation, Client admin) {
        Set<String> missing = new TreeSet<>();
        ProblemReply.invalid(ask(operation, admin, "")).errors().stream()
                .map(error -> error.replaceFirst("^(pointer /|parameter )", "").replaceFirst(":.*", ""))
                .forEach(missing::add);
        Set<String> documented = new TreeSet<>(operation.requiredMembers());
        documented.addAll(operation.requiredQuery());
        compare("required members of " + operation.path(), documented, missing);
    }

    private void reply(ApiOperation operation, List<Reply> replies) {
        Set<String> members = new TreeSet<>();
        Set<String> headers = new TreeSet<>();
        for (Reply reply : replies) {
            members.addAll(ApiDocument.membersOf(reply.ok().json()));
            headers.addAll(reply.headers().keySet());
        }
        headers.removeAll(OF_HTTP);
        compare("members of the answer of " + operation.path(), operation.replyMembers(200), members);
        compare("headers of the answer of " + operation.path(), operation.replyHeaders(200), headers);
    }

    private static Reply ask(ApiOperation operation, Client admin, String query) {
        String endpoint = operation.endpoint() + query;
        return operation.method().equals("GET") ? admin.get(endpoint) : admin.post(endpoint, "{}");
    }

    private void compare(String what, Set<?> documented, Set<?> real) {
        if (!documented.equals(real)) {
            differences.add(what + ": documented " + documented + ", real " + real);
        }
    }
}
