package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Precondition;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.mapstruct.factory.Mappers;
import tools.jackson.databind.JsonNode;

/** Takes what a client sent as far as a server does before it calls a use case: reads it, judges it, and makes a command of it. */
final class Intake {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final ValueValidator VALIDATOR = new ValueValidator(CLOCK);
    private static final RequestMapper MAPPER = Mappers.getMapper(RequestMapper.class);

    private Intake() {}

    /** How many of the five endpoints make a command of the body. */
    static int commandsOf(byte[] body) {
        JsonNode tree;
        try {
            tree = RequestBody.parse(body);
        } catch (ProblemException refusal) {
            requireFit(refusal);
            return 0;
        }
        return accepted(tree, CreateRequest::read, request -> MAPPER.create(request, Optional.empty()))
                + accepted(
                        tree,
                        UpdateRequest::read,
                        request -> MAPPER.update(request, Precondition.NONE, Optional.empty()))
                + accepted(
                        tree,
                        RemoveRequest::read,
                        request -> MAPPER.remove(request, Precondition.NONE, Optional.empty()))
                + accepted(tree, UsageRequest::read, MAPPER::usage)
                + accepted(tree, ResolveRequest::read, MAPPER::resolve);
    }

    /** How many of the two lists make a query of it. */
    static int listsOf(String query) {
        return accepted(query, ListParameters::read, MAPPER::list)
                + accepted(query, HistoryParameters::read, MAPPER::history);
    }

    private static <T> int accepted(JsonNode body, Function<MemberReader, T> reader, Function<T, Object> mapper) {
        Violations violations = new Violations();
        MemberReader members = MemberReader.of(body, violations);
        T request = reader.apply(members);
        members.end();
        VALIDATOR.check(request, violations::member);
        return accepted(request, violations, mapper);
    }

    private static <T> int accepted(String query, Function<QueryReader, T> reader, Function<T, Object> mapper) {
        Violations violations = new Violations();
        try {
            QueryReader parameters = QueryReader.of(query, violations);
            T request = reader.apply(parameters);
            parameters.end();
            VALIDATOR.check(request, violations::parameter);
            return accepted(request, violations, wire -> Exchange.judging("cursor", () -> mapper.apply(wire)));
        } catch (ProblemException refusal) {
            requireFit(refusal);
            return 0;
        }
    }

    private static <T> int accepted(T request, Violations violations, Function<T, Object> mapper) {
        try {
            violations.throwIfAny();
        } catch (ProblemException refusal) {
            requireFit(refusal);
            return 0;
        }
        Objects.requireNonNull(mapper.apply(request));
        return 1;
    }

    /** A refusal is a 400 that can be written, and then read as strictly as a request. */
    private static void requireFit(ProblemException refusal) {
        Problem problem = refusal.problem();

        assertThat(problem.type()).isEqualTo(Problem.Type.INVALID_REQUEST);
        assertThat(RequestBody.parse(Json.bytes(problem.body("id")))
                        .get("status")
                        .intValue())
                .isEqualTo(400);
    }
}
