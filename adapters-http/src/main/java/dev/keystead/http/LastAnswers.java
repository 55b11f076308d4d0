package dev.keystead.http;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Tells every client that is answered while the server ends that its connection closes with the answer. HTTP/1.1 alone. */
final class LastAnswers extends Handler.Wrapper {
    private static final HttpField CLOSE = new HttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

    private final BooleanSupplier ending;

    LastAnswers(BooleanSupplier ending) {
        this.ending = ending;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
            request.addHttpStreamWrapper(Closing::new);
        }
        return super.handle(request, response, callback);
    }

    private final class Closing extends HttpStream.Wrapper {
        Closing(HttpStream wrapped) {
            super(wrapped);
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response response,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            super.send(
                    request,
                    response != null && ending.getAsBoolean() ? closing(response) : response,
                    last,
                    content,
                    callback);
        }

        private static MetaData.Response closing(MetaData.Response response) {
            return new MetaData.Response(
                    response.getStatus(),
                    response.getReason(),
                    response.getHttpVersion(),
                    HttpFields.build(response.getHttpFields()).put(CLOSE),
                    response.getContentLength(),
                    response.getTrailersSupplier());
        }
    }
}
