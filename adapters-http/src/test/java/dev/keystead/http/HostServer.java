package dev.keystead.http;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.inmemory.InMemoryStorage;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Another program's server with routes, errors and habits of its own, in which the endpoints are mounted. */
final class HostServer implements AutoCloseable {
    static final String LONG_TEXT = "host ".repeat(2000);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin javalin;

    private HostServer(Javalin javalin) {
        this.javalin = javalin.start("127.0.0.1", 0);
    }

    /** A host with a registry of its own for each mount. */
    @SafeVarargs
    static HostServer with(UnaryOperator<HttpMount>... mounts) {
        return new HostServer(Javalin.create(javalin -> {
            habits(javalin);
            for (UnaryOperator<HttpMount> mount : mounts) {
                mount(javalin, mount, new InMemoryStorage().repository());
            }
        }));
    }

    /** A host whose whole server is at the context path. */
    static HostServer with(UnaryOperator<HttpMount> mount, String contextPath, CredentialRepository repository) {
        return new HostServer(Javalin.create(javalin -> {
            javalin.router.contextPath = contextPath;
            habits(javalin);
            mount(javalin, mount, repository);
        }));
    }

    private static void mount(JavalinConfig javalin, UnaryOperator<HttpMount> mount, CredentialRepository repository) {
        HttpAdapter.mount(
                mount.apply(HttpMount.in(javalin)),
                TestServer.useCases(repository),
                TestServer.tokens(),
                Clock.systemUTC());
    }

    private static void habits(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.jsonMapper(new JsonMapper() {
            @Override
            public String toJsonString(Object value, Type type) {
                return "\"the host's " + value + "\"";
            }
        });
        javalin.routes.before(context -> context.header("X-Host", "was here"));
        javalin.routes.get("/hello", context -> context.result("hello"));
        javalin.routes.get("/long", context -> context.result(LONG_TEXT));
        javalin.routes.get("/json", context -> context.json("value"));
        javalin.routes.get("/failing", context -> {
            throw new IllegalStateException("the host's");
        });
        javalin.routes.exception(
                Exception.class, (failure, context) -> context.status(500).result("the host's failure"));
        for (int status : new int[] {400, 401, 403, 404, 405, 500}) {
            javalin.routes.error(status, context -> context.result("the host's page"));
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(path, headers, HttpRequest.Builder::GET);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(path, headers, request -> request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> other(String method, String path) {
        return send(path, new String[0], request -> request.method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> send(
            String path, String[] headers, Function<HttpRequest.Builder, HttpRequest.Builder> method) {
        HttpRequest.Builder request =
                method.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + javalin.port() + path)));
        try {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
