package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.http.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** One connection of HTTP/2 on which requests are sent piece by piece. */
final class RawHttp2 implements AutoCloseable {
    private final HTTP2Client client;
    private final Session session;

    private RawHttp2(HTTP2Client client, Session session) {
        this.client = client;
        this.session = session;
    }

    static RawHttp2 connect(int port, TestCertificate trusted) throws Exception {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(trusted.trusting());
        HTTP2Client client = new HTTP2Client();
        client.addBean(tls);
        client.start();
        Session session = client.connect(
                        tls, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new Session.Listener() {})
                .get(10, TimeUnit.SECONDS);
        return new RawHttp2(client, session);
    }

    /** Sends the headers of a request; a GET has no body. */
    Exchange begin(String method, String endpoint) throws Exception {
        HttpFields headers =
                HttpFields.build().add("Authorization", "Bearer acme").add("Content-Type", "application/json");
        HttpURI uri = HttpURI.from("https://127.0.0.1/v1/organizations/credentials/" + endpoint);
        MetaData.Request head = new MetaData.Request(method, uri, HttpVersion.HTTP_2, headers);
        return begin(new HeadersFrame(head, null, method.equals("GET")));
    }

    /** Asks for a tunnel, as a WebSocket would (RFC 8441). */
    Exchange tunnel() throws Exception {
        MetaData.ConnectRequest head = new MetaData.ConnectRequest(
                "https", new HostPortHttpField("127.0.0.1"), "/", HttpFields.EMPTY, "websocket");
        return begin(new HeadersFrame(head, null, false));
    }

    private Exchange begin(HeadersFrame head) throws Exception {
        Answer answer = new Answer();
        return new Exchange(session.newStream(head, answer).get(10, TimeUnit.SECONDS), answer);
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    /** One request and its answer. */
    record Exchange(Stream stream, Answer answer) {
        void send(String piece) {
            send(piece, false);
        }

        /** Sends the last piece. */
        void end(String piece) {
            send(piece, true);
        }

        private void send(String piece, boolean last) {
            stream.data(new DataFrame(stream.getId(), ByteBuffer.wrap(piece.getBytes(UTF_8)), last), Callback.NOOP);
        }

        boolean isAnswered() {
            return answer.status.isDone();
        }

        int status() throws Exception {
            return answer.status.get(10, TimeUnit.SECONDS);
        }

        /** Waits until the server gives it up; what it sent of the body is not read. */
        void awaitReset() throws Exception {
            answer.reset.get(30, TimeUnit.SECONDS);
        }
    }

    /** Keeps the status; there is none if the stream is reset. */
    static final class Answer implements Stream.Listener {
        private final CompletableFuture<Integer> status = new CompletableFuture<>();
        private final CompletableFuture<Integer> reset = new CompletableFuture<>();

        @Override
        public void onHeaders(Stream stream, HeadersFrame frame) {
            if (frame.getMetaData() instanceof MetaData.Response response) {
                status.complete(response.getStatus());
            }
        }

        @Override
        public void onReset(Stream stream, ResetFrame frame, Callback callback) {
            reset.complete(frame.getError());
            status.completeExceptionally(new IOException("the stream was reset: error " + frame.getError()));
            callback.succeeded();
        }
    }
}
