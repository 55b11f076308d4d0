package dev.keystead.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * By what the server proves who it is.
 *
 * @param certificate a file in PEM
 * @param privateKey a file in PEM
 */
public record TlsOptions(Path certificate, Path privateKey) {
    static Optional<TlsOptions> from(Settings settings, Problems problems) {
        Optional<Setting> certificate = settings.given(Option.TLS_CERTIFICATE);
        Optional<Setting> privateKey = settings.given(Option.TLS_PRIVATE_KEY);
        if (certificate.isPresent() != privateKey.isPresent()) {
            problems.add(certificate.or(() -> privateKey).map(Setting::origin).orElseThrow() + " needs "
                    + (certificate.isPresent() ? Option.TLS_PRIVATE_KEY : Option.TLS_CERTIFICATE).optionName()
                    + " as well");
            return Optional.empty();
        }
        return certificate.isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsOptions(
                        settings.readableFile(Option.TLS_CERTIFICATE), settings.readableFile(Option.TLS_PRIVATE_KEY)));
    }
}
