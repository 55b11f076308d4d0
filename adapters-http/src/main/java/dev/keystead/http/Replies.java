package dev.keystead.http;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.Setup;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.ListHistory;
import dev.keystead.core.usecase.Outcome;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.ResolveCredential;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mapstruct.factory.Mappers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders the successes. */
final class Replies {
    static final int OK = 200;
    static final String CONTENT_TYPE = "application/json";
    private static final ReplyMapper MAPPER = Mappers.getMapper(ReplyMapper.class);

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    static void list(Exchange exchange, ListCredentials.Listing listing) {
        ListReply.write(exchange.context(), listing, MAPPER);
    }

    static void described(Exchange exchange, Credential<MaskedSecret> credential) {
        nameVersion(exchange.context(), credential);
        send(exchange.context(), new Bodies.Described(OK, MAPPER.described(credential)));
    }

    static void history(Exchange exchange, ListHistory.Page page) {
        send(
                exchange.context(),
                new Bodies.History(
                        OK,
                        page.entries().stream().map(MAPPER::historyRow).toList(),
                        page.next().map(Cursor::value).orElse(null)));
    }

    /** The answer of a create or an update; a replay shows what the first answer showed. */
    static void written(Exchange exchange, String message, Outcome outcome) {
        Context context = exchange.context();
        boolean representation =
                outcome.replayOf().map(Idempotency::representation).orElseGet(exchange::prefersRepresentation);
        nameVersion(context, outcome.credential());
        if (representation) {
            context.res().setHeader("Preference-Applied", "return=representation");
        }
        if (outcome.replayOf().isPresent()) {
            markReplay(context);
        }
        send(context, new Bodies.Message(OK, message, representation ? MAPPER.described(outcome.credential()) : null));
    }

    static void removed(Exchange exchange, RemoveCredential.Removal removal) {
        if (removal.replayed()) {
            markReplay(exchange.context());
        }
        message(exchange, "Credential removed");
    }

    static void resolved(Exchange exchange, ResolveCredential.Resolution resolution) {
        send(exchange.context(), new Bodies.Resolved(OK, MAPPER.resolved(resolution)));
    }

    static void setup(Exchange exchange, Setup setup) {
        send(exchange.context(), new Bodies.Setup(OK, MAPPER.setup(setup)));
    }

    static void message(Exchange exchange, String message) {
        send(exchange.context(), new Bodies.Message(OK, message, null));
    }

    private static void nameVersion(Context context, Credential<?> credential) {
        context.res().setHeader("Credential-Id", credential.id().value());
        context.res().setHeader("ETag", "\"" + credential.version() + "\"");
    }

    private static void markReplay(Context context) {
        context.res().setHeader("Idempotency-Replayed", "true");
    }

    /** Past Javalin's result, which would answer If-None-Match by itself. */
    private static void send(Context context, Object body) {
        byte[] bytes = Json.bytes(body);
        HttpServletResponse response = context.res();
        response.setStatus(OK);
        response.setContentType(CONTENT_TYPE);
        response.setContentLength(bytes.length);
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException clientGone) {
            LOG.debug("request {}: the client is gone", CommonHeaders.requestId(context), clientGone);
        }
    }
}
