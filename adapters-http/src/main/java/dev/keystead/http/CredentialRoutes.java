package dev.keystead.http;

import dev.keystead.core.usecase.UseCases;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mapstruct.factory.Mappers;

/** The endpoints: each reads its request, calls its use case and renders the result. */
final class CredentialRoutes {
    static final String BASE = "/v1/organizations/credentials";

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final RequestMapper requests = Mappers.getMapper(RequestMapper.class);
    private final UseCases useCases;
    private final Callers callers;
    private final ValueValidator validator;
    private final Map<String, Route> routes;

    CredentialRoutes(UseCases useCases, Callers callers, ValueValidator validator) {
        this("", useCases, callers, validator);
    }

    /** The same below a prefix of other paths. */
    CredentialRoutes(String prefix, UseCases useCases, Callers callers, ValueValidator validator) {
        String base = prefix + BASE;
        this.useCases = useCases;
        this.callers = callers;
        this.validator = validator;
        this.routes = List.of(
                        new Route(HandlerType.GET, base + "/list", "list_credentials", this::list),
                        new Route(HandlerType.GET, base + "/describe", "describe_credential", this::describe),
                        new Route(HandlerType.GET, base + "/history", "list_history", this::history),
                        new Route(HandlerType.GET, base + "/setup", "describe_setup", this::setup),
                        new Route(HandlerType.POST, base + "/create", "add_credential", this::create),
                        new Route(HandlerType.POST, base + "/update", "update_credential", this::update),
                        new Route(HandlerType.POST, base + "/delete", "remove_credential", this::remove),
                        new Route(HandlerType.POST, base + "/usage", "report_usage", this::usage),
                        new Route(HandlerType.POST, base + "/resolve", "resolve_credential", this::resolve))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Route::path, Function.identity()));
    }

    void register(RoutesConfig javalin) {
        javalin.before(context -> {
            CommonHeaders.set(context);
            meet(context);
        });
        routes.values()
                .forEach(route -> javalin.addHttpHandler(
                        route.method(),
                        route.path(),
                        context -> route.handler()
                                .handle(new Exchange(context, route.action(), callers.of(context), validator))));
        javalin.exception(Exception.class, ProblemResponses::onException);
        javalin.exception(
                HttpResponseException.class, ProblemResponses::onException); // else Javalin's own handler is nearer
    }

    /** Before anything else, for every method, to refuse all but one of them: Javalin would answer HEAD by itself. */
    private void meet(Context context) {
        Route route = routes.get(SLASHES.matcher(pathWithinServer(context)).replaceAll("/"));
        if (route == null) {
            return;
        }
        Trail.of(context.req()).meets(route.path());
        if (!route.method().equals(context.method())) {
            throw new ProblemException(Problem.of(
                            Problem.Type.METHOD_NOT_ALLOWED,
                            "use " + route.method().name())
                    .with("Allow", route.method().name()));
        }
    }

    private static String pathWithinServer(Context context) {
        return context.path().substring(context.contextPath().length());
    }

    private void list(Exchange exchange) {
        ListParameters parameters = exchange.readQuery(ListParameters::read);
        Replies.list(
                exchange,
                useCases.listCredentials()
                        .list(exchange.caller(), Exchange.judging("cursor", () -> requests.list(parameters))));
    }

    private void describe(Exchange exchange) {
        DescribeParameters parameters = exchange.readQuery(DescribeParameters::read);
        Replies.described(
                exchange, useCases.describeCredential().describe(exchange.caller(), requests.describe(parameters)));
    }

    private void history(Exchange exchange) {
        HistoryParameters parameters = exchange.readQuery(HistoryParameters::read);
        Replies.history(
                exchange,
                useCases.listHistory()
                        .list(exchange.caller(), Exchange.judging("cursor", () -> requests.history(parameters))));
    }

    private void create(Exchange exchange) {
        CreateRequest request = exchange.readBody(CreateRequest::read, ConditionalHeaders::readIdempotencyKey);
        Replies.written(
                exchange,
                "Credential created",
                useCases.createCredential()
                        .create(exchange.caller(), requests.create(request, exchange.idempotency())));
    }

    private void update(Exchange exchange) {
        UpdateRequest request = exchange.readBody(UpdateRequest::read, ConditionalHeaders::readAll);
        Replies.written(
                exchange,
                "Credential updated",
                useCases.updateCredential()
                        .update(
                                exchange.caller(),
                                requests.update(request, exchange.precondition(), exchange.idempotency())));
    }

    private void remove(Exchange exchange) {
        RemoveRequest request = exchange.readBody(RemoveRequest::read, ConditionalHeaders::readAll);
        Replies.removed(
                exchange,
                useCases.removeCredential()
                        .remove(
                                exchange.caller(),
                                requests.remove(request, exchange.precondition(), exchange.idempotency())));
    }

    private void usage(Exchange exchange) {
        UsageRequest request = exchange.readBody(UsageRequest::read);
        useCases.reportUsage().report(exchange.caller(), requests.usage(request));
        Replies.message(exchange, "Usage recorded");
    }

    private void resolve(Exchange exchange) {
        ResolveRequest request = exchange.readBody(ResolveRequest::read);
        Replies.resolved(exchange, useCases.resolveCredential().resolve(exchange.caller(), requests.resolve(request)));
    }

    private void setup(Exchange exchange) {
        SetupParameters parameters = exchange.readQuery(SetupParameters::read);
        Replies.setup(exchange, useCases.describeSetup().describe(exchange.caller(), requests.setup(parameters)));
    }

    private interface EndpointHandler {
        void handle(Exchange exchange);
    }

    private record Route(HandlerType method, String path, String action, EndpointHandler handler) {}
}
