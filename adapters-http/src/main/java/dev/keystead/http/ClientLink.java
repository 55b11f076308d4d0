package dev.keystead.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;

/** What a request came over: of HTTP/2 a stream, beside which others go on, and else a connection. */
final class ClientLink {
    private final Consumer<TimeoutException> end;

    private ClientLink(Consumer<TimeoutException> end) {
        this.end = end;
    }

    static ClientLink of(Request request) {
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2) {
            List<HttpStream> stream = new ArrayList<>(1);
            request.addHttpStreamWrapper(own -> {
                stream.add(own);
                return own;
            });
            return new ClientLink(reason -> stream.forEach(own -> own.failed(reason)));
        }
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        return new ClientLink(connection::close);
    }

    /** Ends it at once, whatever is still on its way. */
    void cut(String reason) {
        end.accept(new TimeoutException(reason));
    }
}
