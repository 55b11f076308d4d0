package dev.keystead.http;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A file that the server gives to everybody, token or not, as it is: a page, what belongs to it, or a description. It may do what it
 * needs from the same server and nothing else: no script or style in a page, and nothing from elsewhere. Immutable.
 */
public final class FixedDocument {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'";
    private static final int PIECE = 32 * 1024;
    private static final Pattern ORIGIN =
            Pattern.compile("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private final String path;
    private final String mediaType;
    private final byte[] content;
    private final String policy;
    private final String etag;

    private FixedDocument(String path, String mediaType, byte[] content, String policy) {
        this.path = path;
        this.mediaType = mediaType;
        this.content = content;
        this.policy = policy;
        this.etag = '"' + digest(content) + '"';
    }

    /**
     * Makes one.
     *
     * @param path where it is found, beginning with a slash; no endpoint is there
     * @param mediaType of its content, with the charset if that is text
     */
    public static FixedDocument of(String path, String mediaType, byte[] content) {
        if (!path.startsWith("/") || path.startsWith(CredentialRoutes.BASE)) {
            throw new IllegalArgumentException(
                    "a document's path begins with a slash and is none of the endpoints': " + path);
        }
        return new FixedDocument(path, mediaType, content.clone(), POLICY);
    }

    /**
     * The same page, which may ask another server as well.
     *
     * @param origin of that server, such as {@code https://id.example.com}
     */
    public FixedDocument asking(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("not an origin: " + origin);
        }
        return new FixedDocument(path, mediaType, content, policy + " " + origin);
    }

    String path() {
        return path;
    }

    String mediaType() {
        return mediaType;
    }

    /** Without a copy, however many read it at once; in pieces, each of which a client has to take in time. */
    void writeTo(OutputStream out) throws IOException {
        for (int from = 0; from < content.length; from += PIECE) {
            out.write(content, from, Math.min(PIECE, content.length - from));
        }
    }

    int length() {
        return content.length;
    }

    /** The Content-Security-Policy. */
    String policy() {
        return policy;
    }

    /** Another for other content. */
    String etag() {
        return etag;
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
