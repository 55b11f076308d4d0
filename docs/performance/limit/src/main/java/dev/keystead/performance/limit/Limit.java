package dev.keystead.performance.limit;

import io.javalin.Javalin;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Answers with bytes from files, whoever asks, and reads what it is sent: what Javalin costs, and nothing else. */
public final class Limit {
    private static final String BASE = "/v1/organizations/credentials/";

    private Limit() {}

    /** Arguments: the port, the file with the list, the file with the answer to a change. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        byte[] list = Files.readAllBytes(Path.of(arguments[1]));
        byte[] done = Files.readAllBytes(Path.of(arguments[2]));
        Javalin.create(javalin -> {
                    javalin.startup.showJavalinBanner = false;
                    javalin.routes.get(BASE + "list", context -> answer(context, list));
                    for (String change : List.of("create", "update", "delete", "resolve")) {
                        javalin.routes.post(BASE + change, context -> {
                            context.bodyAsBytes();
                            answer(context, done);
                        });
                    }
                })
                .start("127.0.0.1", port);
    }

    private static void answer(Context context, byte[] body) {
        context.contentType(ContentType.APPLICATION_JSON).result(body);
    }
}
