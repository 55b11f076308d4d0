package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.http.TlsFiles;
import dev.keystead.http.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tests of the API once more, over TLS: by HTTP/2, and by HTTP/1.1 what no client of HTTP/2 would send. */
@Tag("thorough")
class SecuredServerTest {
    @TempDir
    private Path folder;

    @Test
    void keepsEveryRule() throws IOException {
        TestCertificate certificate = TestCertificate.make(folder, "EC");
        TlsFiles files = certificate.writeTo(folder);

        assertThat(OtherTests.failures(
                        tests -> Transport.secured(certificate.trusting(), () -> Serving.secured(files, tests))))
                .isEmpty();
    }
}
