package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretForm;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A credential as bytes, with its sealed secret or without. */
final class CredentialCodec {
    private CredentialCodec() {}

    static byte[] encode(Credential<SealedSecret> credential) {
        Output output = new Output();
        write(output, credential, key -> output.text(key.keyId()).text(key.value()));
        return output.toBytes();
    }

    static Credential<SealedSecret> decode(byte[] value) {
        Input input = new Input(value);
        return read(input, () -> new SealedSecret(input.text(), input.text()));
    }

    /** As it is shown: no secret is written. */
    static void writeMasked(Output output, Credential<MaskedSecret> credential) {
        write(output, credential, key -> {});
    }

    static Credential<MaskedSecret> readMasked(Input input) {
        return read(input, () -> MaskedSecret.MASKED);
    }

    private static <S extends SecretForm> void write(Output output, Credential<S> credential, Consumer<S> secret) {
        output.text(credential.org().value())
                .text(credential.id().value())
                .text(credential.name().value())
                .text(credential.comments().value());
        AccountCodec.write(output, credential.account(), secret);
        output.number(credential.usage().resources())
                .optional(credential.usage().lastTime(), Output::instant)
                .number(credential.version())
                .instant(credential.audit().createdAt())
                .text(credential.audit().createdBy().value())
                .instant(credential.audit().updatedAt())
                .text(credential.audit().updatedBy().value());
    }

    private static <S extends SecretForm> Credential<S> read(Input input, Supplier<S> secret) {
        return new Credential<>(
                new OrgId(input.text()),
                new CredentialId(input.text()),
                new CredentialName(input.text()),
                new Comments(input.text()),
                AccountCodec.read(input, secret),
                new Usage((int) input.number(), input.optional(Input::instant)),
                input.number(),
                new Audit(input.instant(), new Subject(input.text()), input.instant(), new Subject(input.text())));
    }
}
