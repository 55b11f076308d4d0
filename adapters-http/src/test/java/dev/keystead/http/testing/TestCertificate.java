package dev.keystead.http.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keystead.http.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for {@code localhost} that signs itself, made by the JDK's own tool. */
public final class TestCertificate {
    private static final String ALIAS = "test";
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int PKCS8_HEADER_BYTES = 26;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final KeyStore keys;

    private TestCertificate(KeyStore keys) {
        this.keys = keys;
    }

    /**
     * Makes one.
     *
     * @param directory for a file while it is made
     * @param algorithm of its key: {@code EC}, {@code RSA}, {@code Ed25519}
     */
    public static TestCertificate make(Path directory, String algorithm) {
        return make(directory, algorithm, "+0d", "90");
    }

    /** Makes one whose RSA key has so many bits. */
    public static TestCertificate makeRsa(Path directory, int bits) {
        return make(directory, "RSA", "+0d", "90", "-keysize", String.valueOf(bits));
    }

    /** Makes one that expired two days ago. */
    public static TestCertificate makeExpired(Path directory) {
        return make(directory, "EC", "-3d", "1");
    }

    private static TestCertificate make(Path directory, String algorithm, String begin, String days, String... more) {
        try {
            Path file = Files.createTempDirectory(directory, "certificate").resolve("keys.p12");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-startdate",
                    begin,
                    "-validity",
                    days,
                    "-keystore",
                    file.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD)));
            command.addAll(List.of(more));
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(tool.getInputStream().readAllBytes(), US_ASCII);
            if (tool.waitFor() != 0) {
                throw new AssertionError(said);
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(file)) {
                keys.load(content, PASSWORD);
            }
            return new TestCertificate(keys);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Writes both files, one after the other. */
    public TlsFiles writeTo(Path directory) throws IOException {
        return new TlsFiles(
                Files.writeString(directory.resolve("tls.crt"), certificatePem()),
                Files.writeString(directory.resolve("tls.key"), keyPem()));
    }

    /** As its file has it. */
    public String certificatePem() {
        try {
            return pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As its file has it. */
    public String keyPem() {
        try {
            return pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The RSA key of 2048 bits as older tools write it (PKCS#1): what PKCS#8 has behind its header. */
    public String olderKeyPem() {
        try {
            byte[] key = keys.getKey(ALIAS, PASSWORD).getEncoded();
            return pem("RSA PRIVATE KEY", Arrays.copyOfRange(key, PKCS8_HEADER_BYTES, key.length));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What a client needs that knows this certificate, and no other. */
    public SSLContext trusting() {
        try {
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            known.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + LINES.encodeToString(content) + "\n-----END " + type + "-----\n";
    }
}
