package dev.keystead.http;

import java.nio.file.Path;
import java.time.Instant;

/**
 * By what a server proves over TLS who it is: files in PEM, read at the start and again within a minute after one of them changed. What they
 * say then is refused, in the log, if it does not fit together, and what was in use before stays.
 *
 * @param certificate the server's certificate, behind it those of the authorities between it and one that clients know
 * @param privateKey its key, RSA or EC, in the form PKCS#8 and not encrypted
 */
public record TlsFiles(Path certificate, Path privateKey) {
    /**
     * Reads both as a server would do now.
     *
     * @return when the server's own certificate expires
     * @throws dev.keystead.core.domain.InvalidValueException if a server could not use them; the message says why and names the file
     */
    public Instant validUntil() {
        return ServerIdentity.in(this).validUntil();
    }
}
