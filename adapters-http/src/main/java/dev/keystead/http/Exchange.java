package dev.keystead.http;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Precondition;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request of a known caller. Reading the query or the body checks, in the order of the contract, the media type, the size, the
 * syntax and then all members and headers together.
 */
final class Exchange {
    private final Context context;
    private final String action;
    private final Caller caller;
    private final ValueValidator validator;
    private final ConditionalHeaders headers;

    Exchange(Context context, String action, Caller caller, ValueValidator validator) {
        this.context = context;
        this.action = action;
        this.caller = caller;
        this.validator = validator;
        this.headers = new ConditionalHeaders(context.req());
    }

    Context context() {
        return context;
    }

    Caller caller() {
        return caller;
    }

    /** Reads a request that stands in the query. */
    <T extends OrganizationRequest> T readQuery(Function<QueryReader, T> reader) {
        Violations violations = new Violations();
        QueryReader query = QueryReader.of(context.queryString(), violations);
        T parameters = reader.apply(query);
        checkQuery(query, violations);
        validator.check(parameters, (pointer, detail) -> violations.parameter(pointer.substring(1), detail));
        violations.throwIfAny();
        note(parameters);
        return parameters;
    }

    /** Reads a request that stands in the body; of the query only the action is known. */
    <T extends OrganizationRequest> T readBody(Function<MemberReader, T> reader) {
        return readBody(reader, (none, violations) -> {});
    }

    /** Reads a request that stands in the body, and the headers that make it conditional or repeatable. */
    <T extends OrganizationRequest> T readBody(
            Function<MemberReader, T> reader, BiConsumer<ConditionalHeaders, Violations> headerReader) {
        Violations violations = new Violations();
        byte[] body = RequestBody.read(context.req());
        QueryReader query = QueryReader.of(context.queryString(), violations);
        MemberReader members = MemberReader.of(RequestBody.parse(body), violations);
        T request = reader.apply(members);
        members.end();
        checkQuery(query, violations);
        headerReader.accept(headers, violations);
        validator.check(request, violations::member);
        violations.throwIfAny();
        note(request);
        return request;
    }

    /** Makes a command of which only this parameter can still be wrong. */
    static <T> T judging(String parameter, Supplier<T> command) {
        try {
            return command.get();
        } catch (InvalidValueException invalid) {
            Violations violations = new Violations();
            violations.parameter(parameter, invalid.getMessage());
            throw violations.asException();
        }
    }

    /** The idempotency that the headers ask for. */
    Optional<Idempotency> idempotency() {
        return headers.idempotencyKey().map(key -> new Idempotency(key, prefersRepresentation()));
    }

    Precondition precondition() {
        return headers.precondition();
    }

    /** True for {@code Prefer: return=representation} (RFC 7240). */
    boolean prefersRepresentation() {
        return headers.prefersRepresentation();
    }

    private void note(OrganizationRequest request) {
        String org = request.orgId();
        if (org != null) {
            Trail.of(context.req()).asksFor(new OrgId(org));
        }
    }

    private void checkQuery(QueryReader query, Violations violations) {
        String given = query.optional("action");
        if (given != null && !given.equals(action)) {
            violations.parameter("action", "must be " + action);
        }
        query.end();
    }
}
