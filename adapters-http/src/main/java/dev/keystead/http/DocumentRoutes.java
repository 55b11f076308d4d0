package dev.keystead.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out fixed documents. Also for HEAD, which Javalin would answer by itself; a directory is found without its slash. Everybody may
 * have them, so that those who take them slowly may hold no more than a part of what the server takes at once.
 */
final class DocumentRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentRoutes.class);
    private static final String ALLOWED = "GET, HEAD";
    private static final Pattern OPAQUE_TAG = Pattern.compile("\"[^\"]*+\"");
    private static final int PART = 4;

    private final Map<String, FixedDocument> documents;
    private final Semaphore places;

    /**
     * Prepares them.
     *
     * @param maxConcurrentRequests how many requests the server takes at once; a quarter of them may be for documents
     */
    DocumentRoutes(List<FixedDocument> documents, int maxConcurrentRequests) {
        this.places = new Semaphore(Math.max(1, maxConcurrentRequests / PART));
        this.documents =
                documents.stream().collect(Collectors.toUnmodifiableMap(FixedDocument::path, Function.identity()));
    }

    void register(RoutesConfig javalin) {
        javalin.before(this::serve);
    }

    private void serve(Context context) {
        FixedDocument document = documents.get(context.path());
        if (document != null) {
            Trail.of(context.req()).meets(document.path());
            requireReading(context);
            answer(context, document);
            context.skipRemainingHandlers();
        } else if (documents.containsKey(context.path() + "/")) {
            Trail.of(context.req()).meets(context.path() + "/");
            requireReading(context);
            context.redirect(context.path() + "/", HttpStatus.PERMANENT_REDIRECT);
            context.skipRemainingHandlers();
        }
    }

    private static void requireReading(Context context) {
        if (!context.method().equals(HandlerType.GET) && !context.method().equals(HandlerType.HEAD)) {
            throw new ProblemException(Problem.of(Problem.Type.METHOD_NOT_ALLOWED, "use GET or HEAD")
                    .with("Allow", ALLOWED));
        }
    }

    private void answer(Context context, FixedDocument document) {
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemResponses.unavailable("too many are taking pages: try again"));
        }
        try {
            write(context, document);
        } finally {
            places.release();
        }
    }

    private static void write(Context context, FixedDocument document) {
        context.header("ETag", document.etag());
        context.header("Cache-Control", "no-cache"); // kept, and asked for again: another version has others
        context.header("Content-Security-Policy", document.policy());
        context.header("Referrer-Policy", "no-referrer");
        HttpServletResponse response = context.res();
        response.setContentType(document.mediaType());
        response.setContentLength(document.length());
        if (isKnown(document.etag(), context)) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        try {
            document.writeTo(response.getOutputStream());
        } catch (IOException clientGone) {
            LOG.debug("request {}: the client is gone", CommonHeaders.requestId(context), clientGone);
        }
    }

    /** Whether the client has it already (RFC 9110, 13.1.2): tags are compared weakly, and a proxy may have made ours weak. */
    private static boolean isKnown(String etag, Context context) {
        String known = String.join(",", Collections.list(context.req().getHeaders("If-None-Match")));
        return known.strip().equals("*")
                || OPAQUE_TAG
                        .matcher(known)
                        .results()
                        .anyMatch(tag -> tag.group().equals(etag));
    }
}
