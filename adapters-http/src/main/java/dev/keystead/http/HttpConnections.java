package dev.keystead.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Makes the engine's connections. Of a request whose head cannot be read the engine forgets all headers; these keep its id for the error
 * that answers it. That they extend a class of Jetty that is no documented API is noticed by the tests of rule H-54.
 */
final class HttpConnections extends HttpConnectionFactory {

    HttpConnections(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new KeepingIds(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    private static final class KeepingIds extends HttpConnection {
        KeepingIds(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        protected RequestHandler newRequestHandler() {
            return new Heads();
        }

        /** Takes one request after another; used by one thread at a time. */
        private final class Heads extends RequestHandler {
            private @Nullable Head head;

            @Override
            public void messageBegin() {
                head = null;
                super.messageBegin();
            }

            @Override
            public void startRequest(String method, String target, HttpVersion version) {
                Head started = new Head(method, version);
                try {
                    super.startRequest(method, target, version);
                } catch (IllegalArgumentException malformed) {
                    started.malformedTarget = malformed; // told when the headers are known
                    super.startRequest(method, "/", version);
                }
                head = started;
            }

            @Override
            public void parsedHeader(HttpField field) {
                if (head != null && head.requestId == null && field.is(CommonHeaders.REQUEST_ID)) {
                    head.requestId = field;
                }
                if (head != null && field.is(HttpHeader.TRANSFER_ENCODING.asString())) {
                    head.encoded = true;
                    head.encodedOtherwise |= !HttpHeaderValue.CHUNKED.is(field.getValue());
                }
                super.parsedHeader(field);
            }

            @Override
            public boolean headerComplete() {
                if (head != null && head.malformedTarget != null) {
                    throw head.malformedTarget;
                }
                if (head != null && head.isAmbiguous()) {
                    throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "transfer encoding");
                }
                return super.headerComplete();
            }

            @Override
            public void badMessage(HttpException failure) {
                if (head != null && getHttpChannel().getRequest() == null) {
                    getHttpChannel().onRequest(head.unreadable(getParser().getBeginNanoTime()));
                }
                super.badMessage(failure);
            }
        }
    }

    /** What is known of a request while its headers arrive. */
    private static final class Head {
        private final String method;
        private final HttpVersion version;
        private @Nullable HttpField requestId;
        private @Nullable IllegalArgumentException malformedTarget;
        private boolean encoded;
        private boolean encodedOtherwise;

        Head(String method, HttpVersion version) {
            this.method = method;
            this.version = version;
        }

        /** HTTP/1.0 knows no chunks: who takes it at its word sees another end. No other encoding is undone here (RFC 9112, 6.1). */
        boolean isAmbiguous() {
            return encodedOtherwise || (encoded && version != HttpVersion.HTTP_1_1);
        }

        MetaData.Request unreadable(long beginNanoTime) {
            HttpFields headers = requestId == null ? HttpFields.EMPTY : HttpFields.from(requestId);
            return new MetaData.Request(beginNanoTime, method, HttpURI.from("/"), version, headers);
        }
    }
}
