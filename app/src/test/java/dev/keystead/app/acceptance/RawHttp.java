package dev.keystead.app.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes to a server as they are, for requests that no HTTP client would send. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]+)\r\n");

    private static final Pattern REQUEST_ID = Pattern.compile("(?i)\r\nX-Request-Id: *([^\r]+)\r\n");

    private RawHttp() {}

    /** Sends one request, lines and all, and reads its response; each character of the request is one byte. */
    static Reply send(int port, String request) {
        return parse(new String(exchange(port, request.getBytes(ISO_8859_1)), ISO_8859_1));
    }

    /** A request without a body that asks for the connection to be closed. */
    static String request(String method, String target, String... headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + String.join(
                        "", List.of(headers).stream().map(line -> line + "\r\n").toList()) + "\r\n";
    }

    /** The request ids of all responses to the requests, until the server closes the connection. */
    static List<String> ids(int port, String requests) {
        return REQUEST_ID
                .matcher(untilClosed(port, requests))
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    /** Sends the bytes and reads everything until the server closes the connection or cuts it; fails if it does neither. */
    static String untilClosed(int port, String request) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = Transport.current().connect(port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(received);
        } catch (SocketTimeoutException e) {
            throw new UncheckedIOException("still open after: " + received.toString(ISO_8859_1), e);
        } catch (IOException cut) {
            return received.toString(ISO_8859_1);
        }
        return received.toString(ISO_8859_1);
    }

    /** Everything that the server sends until the response has the length it declares, or the connection is closed or cut. */
    static byte[] exchange(int port, byte[] request) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = Transport.current().connect(port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            writeAsFarAsItIsRead(socket, request);
            byte[] buffer = new byte[8192];
            int count = 0;
            while (count >= 0 && !isComplete(received.toString(ISO_8859_1))) {
                received.write(buffer, 0, count);
                count = socket.getInputStream().read(buffer);
            }
        } catch (SocketTimeoutException e) {
            throw new UncheckedIOException(e);
        } catch (IOException cut) {
            return received.toByteArray();
        }
        return received.toByteArray();
    }

    /** A server that has read enough to refuse a request answers and closes while the rest is still being sent. */
    private static void writeAsFarAsItIsRead(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // The answer, which came first, can still be read.
        }
    }

    private static boolean isComplete(String response) {
        int end = response.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(response);
        return end >= 0
                && length.find()
                && length.start() < end
                && response.length() >= end + 4 + Integer.parseInt(length.group(1));
    }

    /** A response and nothing behind it, each byte a character. */
    static Reply parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("not a response: " + text);
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n", -1)));
        int status = Integer.parseInt(lines.remove(0).split(" ", 3)[1]);
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        return new Reply(status, headers, new String((chunked ? joined(body) : body).getBytes(ISO_8859_1), UTF_8));
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }
}
