package dev.keystead.http;

import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.usecase.ListCredentials;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DatabindException;

/**
 * Writes a list to the client while it is read, so that memory does not grow with it. What fails before the first bytes have left is a
 * problem like any other; after that the connection is cut, so that nobody takes half a list for a whole one.
 */
final class ListReply {
    private static final Logger LOG = LoggerFactory.getLogger(ListReply.class);

    private ListReply() {}

    static void write(Context context, ListCredentials.Listing listing, ReplyMapper mapper) {
        HttpServletResponse response = context.res();
        response.setStatus(Replies.OK);
        response.setContentType(Replies.CONTENT_TYPE);
        try {
            write(response, listing, mapper);
        } catch (IOException | JacksonIOException clientGone) {
            abandon(context, clientGone);
        } catch (RuntimeException failure) {
            if (failure instanceof DatabindException && failure.getCause() instanceof IOException) {
                abandon(context, failure);
                return;
            }
            if (!response.isCommitted()) {
                response.resetBuffer();
                throw failure;
            }
            LOG.warn("request {}: a list was cut off", CommonHeaders.requestId(context), failure);
            abort(context, failure);
        }
    }

    /** Every client may go away as often as it likes: that is none of the operator's troubles. */
    private static void abandon(Context context, Exception clientGone) {
        LOG.debug("request {}: the client is gone", CommonHeaders.requestId(context), clientGone);
        abort(context, clientGone);
    }

    private static void abort(Context context, Exception failure) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getServletChannel()
                .abort(failure);
    }

    private static void write(HttpServletResponse response, ListCredentials.Listing listing, ReplyMapper mapper)
            throws IOException {
        JsonGenerator json = Json.WRITER.createGenerator(response.getOutputStream());
        json.writeStartObject();
        json.writeNumberProperty("status", Replies.OK);
        json.writeArrayPropertyStart("credentials");
        for (CredentialSummary credential : listing.credentials()) {
            Json.WRITER.writeValue(json, mapper.listed(credential));
        }
        json.writeEndArray();
        listing.next().ifPresent(next -> json.writeStringProperty("next_cursor", next.value()));
        json.writeEndObject();
        json.close(); // not in a finally: after a failure nothing more may reach the client
    }
}
