package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Receipt;
import java.time.Instant;

/** A receipt as bytes, without its key; the expiry first, so that it can be read alone. */
final class ReceiptCodec {
    private ReceiptCodec() {}

    static byte[] encode(Receipt receipt) {
        return new Output()
                .instant(receipt.expiresAt())
                .text(receipt.fingerprint().keyId())
                .text(receipt.fingerprint().value())
                .text(receipt.operation().name())
                .text(receipt.credential().value())
                .optional(receipt.view(), CredentialCodec::writeMasked)
                .flag(receipt.representation())
                .toBytes();
    }

    static Receipt decode(Receipt.Key key, byte[] value) {
        Input input = new Input(value);
        Instant expiresAt = input.instant();
        return new Receipt(
                key,
                new Fingerprint(input.text(), input.text()),
                Receipt.Operation.valueOf(input.text()),
                new CredentialId(input.text()),
                input.optional(CredentialCodec::readMasked),
                input.flag(),
                expiresAt);
    }

    static Instant expiry(byte[] value) {
        return new Input(value).instant();
    }
}
