package dev.keystead.http;

import de.dentrassi.crypto.pem.PemKeyStoreProvider;
import dev.keystead.core.domain.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;

/** What the two files of a server's certificate and key say at one time. */
final class ServerIdentity {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String ALIAS = "pem"; // the provider's own
    private static final String NOT_PEM =
            "%s and %s are not a certificate and its private key in PEM (RSA or EC, PKCS#8, not encrypted)";
    /** Clients refuse shorter ones (NIST SP 800-52, 3.2). */
    private static final int LEAST_RSA_BITS = 2048;

    private static final byte[] PROBE = {1};

    private final TlsFiles files;
    private final byte[] certificate;
    private final byte[] privateKey;

    private ServerIdentity(TlsFiles files, byte[] certificate, byte[] privateKey) {
        this.files = files;
        this.certificate = certificate;
        this.privateKey = privateKey;
    }

    /**
     * Reads the files, without judging them.
     *
     * @throws InvalidValueException if one cannot be read
     */
    static ServerIdentity in(TlsFiles files) {
        return new ServerIdentity(files, read(files.certificate()), read(files.privateKey()));
    }

    /** A pipe in the place of a file might never end. */
    private static byte[] read(Path file) {
        if (Files.isRegularFile(file)) {
            try (InputStream content = Files.newInputStream(file)) {
                return content.readNBytes(MAX_BYTES);
            } catch (IOException unreadable) {
                // told below
            }
        }
        throw new InvalidValueException(file + " cannot be read");
    }

    boolean isSameAs(ServerIdentity other) {
        return Arrays.equals(certificate, other.certificate) && Arrays.equals(privateKey, other.privateKey);
    }

    /**
     * The certificates and the key, under an empty password.
     *
     * @throws InvalidValueException if there are none, the key is not that of the first certificate, or it is too short
     */
    KeyStore keyStore() {
        try {
            KeyStore keys = KeyStore.getInstance("PEM", new PemKeyStoreProvider());
            keys.load(new ByteArrayInputStream(both()), null);
            Certificate[] chain = keys.getCertificateChain(ALIAS);
            if (chain == null || !(keys.getKey(ALIAS, new char[0]) instanceof PrivateKey key)) {
                throw notPem();
            }
            if (chain[0].getPublicKey() instanceof RSAPublicKey rsa
                    && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                throw new InvalidValueException(
                        files.certificate() + " has an RSA key of less than %s bits".formatted(LEAST_RSA_BITS));
            }
            if (!isPair(chain[0].getPublicKey(), key)) {
                throw new InvalidValueException(
                        files.privateKey() + " is not the private key of the certificate in " + files.certificate());
            }
            return keys;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException malformed) {
            throw notPem();
        }
    }

    /** A file may lack the end of its last line. */
    private byte[] both() {
        ByteBuffer both = ByteBuffer.allocate(certificate.length + 1 + privateKey.length);
        return both.put(certificate).put((byte) '\n').put(privateKey).array();
    }

    /**
     * When the first certificate expires.
     *
     * @throws InvalidValueException as {@link #keyStore} does
     */
    Instant validUntil() {
        try {
            if (keyStore().getCertificate(ALIAS) instanceof X509Certificate first) {
                return first.getNotAfter().toInstant();
            }
        } catch (KeyStoreException unreadable) {
            // told below
        }
        throw notPem();
    }

    private InvalidValueException notPem() {
        return new InvalidValueException(NOT_PEM.formatted(files.certificate(), files.privateKey()));
    }

    private static boolean isPair(PublicKey publicKey, PrivateKey privateKey) throws GeneralSecurityException {
        String algorithm = privateKey.getAlgorithm();
        if (!algorithm.equals(publicKey.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(privateKey);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(PROBE);
        return signature.verify(signed);
    }
}
