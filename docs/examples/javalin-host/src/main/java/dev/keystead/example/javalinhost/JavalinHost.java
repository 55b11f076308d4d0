package dev.keystead.example.javalinhost;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.http.HttpAdapter;
import dev.keystead.http.HttpMount;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import io.javalin.Javalin;
import java.time.Clock;

/** A program with a web server of its own, in which Keystead's endpoints are mounted; its users need no other tokens for them. */
public final class JavalinHost {
    private static final int LONGEST_HEADERS = 16 * 1024;

    private JavalinHost() {}

    public static void main(String[] args) {
        Keystead keystead = Keystead.builder()
                .repository(new InMemoryStorage().repository())
                .sealer(Jose.sealer(KeySet.generate()))
                .build();
        create(keystead, new Sessions()).start("127.0.0.1", 8080);
    }

    static Javalin create(Keystead keystead, Sessions sessions) {
        return Javalin.create(javalin -> {
            javalin.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEADERS));
            javalin.routes.get("/", context -> context.result("The host's own page"));
            javalin.routes.post("/login", context -> context.result(login(sessions, context.body())));
            javalin.routes.post("/logout", context -> sessions.end(context.body()));
            HttpAdapter.mount(
                    HttpMount.in(javalin).below("/accounts").limitedTo(50),
                    keystead.useCases(),
                    sessions,
                    Clock.systemUTC());
        });
    }

    /** A real host would ask for a password, and knows who may do what in which organisation. */
    private static String login(Sessions sessions, String user) {
        return sessions.begin(new Subject(user), Grants.of(new OrgId("acme"), Role.ADMIN));
    }
}
