package dev.keystead.example.rocksdb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import java.util.Optional;

/** Reads and puts one thing under its key. Whatever is put makes its organisation known. */
final class Records {
    private static final byte[] NOTHING = {};

    private Records() {}

    static Optional<Credential<SealedSecret>> credential(View view, OrgId org, CredentialId id) {
        return view.get(Keys.credential(org, id)).map(CredentialCodec::decode);
    }

    static Optional<Receipt> receipt(View view, Receipt.Key key) {
        return view.get(Keys.receipt(key)).map(value -> ReceiptCodec.decode(key, value));
    }

    static Optional<ExternalId> externalId(View view, OrgId org) {
        return view.get(Keys.externalId(org)).map(value -> new ExternalId(new String(value, US_ASCII)));
    }

    static void put(Batch batch, Credential<SealedSecret> credential) {
        batch.put(Keys.credential(credential.org(), credential.id()), CredentialCodec.encode(credential));
        know(batch, credential.org());
    }

    static void put(Batch batch, HistoryEntry entry) {
        batch.put(Keys.entry(entry.org(), entry.id()), EntryCodec.encode(entry));
        batch.put(Keys.entryOf(entry), NOTHING);
        know(batch, entry.org());
    }

    static void put(Batch batch, Receipt receipt) {
        batch.put(Keys.receipt(receipt.key()), ReceiptCodec.encode(receipt));
    }

    static void put(Batch batch, OrgId org, ExternalId externalId) {
        batch.put(Keys.externalId(org), externalId.value().getBytes(US_ASCII));
        know(batch, org);
    }

    private static void know(Batch batch, OrgId org) {
        batch.put(Keys.organisation(org), NOTHING);
    }
}
