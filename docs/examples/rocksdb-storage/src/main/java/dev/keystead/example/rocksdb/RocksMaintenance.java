package dev.keystead.example.rocksdb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageMaintenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's work, across organisations. */
final class RocksMaintenance implements StorageMaintenance {
    private final Database database;

    RocksMaintenance(Database database) {
        this.database = database;
    }

    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        byte[] all = Keys.credentials();
        byte[] start = after.map(position -> Keys.credential(position.org(), position.id()))
                .orElse(all);
        List<Credential<SealedSecret>> page = new ArrayList<>();
        return database.read(view -> {
            view.ascend(all, start, (key, value) -> {
                page.add(CredentialCodec.decode(value));
                return page.size() < limit;
            });
            return page;
        });
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        byte[] all = Keys.organisations();
        List<OrgId> page = new ArrayList<>();
        return database.read(view -> {
            view.ascend(all, after.map(Keys::organisation).orElse(all), (key, value) -> {
                page.add(new OrgId(new String(key, all.length, key.length - all.length, US_ASCII)));
                return page.size() < limit;
            });
            return page;
        });
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        return database.read(view -> Records.externalId(view, org));
    }

    @Override
    public Map<String, Long> countByKeyId() {
        byte[] all = Keys.credentials();
        Map<String, Long> counts = new HashMap<>();
        return database.read(view -> {
            view.ascend(all, all, (key, value) -> {
                sealed(CredentialCodec.decode(value)).ifPresent(secret -> counts.merge(secret.keyId(), 1L, Long::sum));
                return true;
            });
            return counts;
        });
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        return database.write(batch -> {
            Optional<Credential<SealedSecret>> found = Records.credential(batch, binding.org(), binding.credential())
                    .filter(credential -> binding.member() == Member.KEY)
                    .filter(credential -> sealed(credential).equals(Optional.of(expected)));
            found.ifPresent(credential -> Records.put(batch, credential.withSecret(secret -> replacement)));
            return found.isPresent();
        });
    }

    @Override
    public int expireReceipts(Instant now, int limit) {
        byte[] all = Keys.receipts();
        List<byte[]> expired = new ArrayList<>();
        return database.write(batch -> {
            batch.ascend(all, all, (key, value) -> {
                if (!now.isBefore(ReceiptCodec.expiry(value))) {
                    expired.add(key);
                }
                return expired.size() < limit;
            });
            expired.forEach(batch::delete);
            return expired.size();
        });
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        database.read(Layout::of); // a closed storage says so before the items are asked for
        List<Item> read = new ArrayList<>();
        items.forEachRemaining(read::add); // before the write, which others wait for: the iterator may be slow
        database.write(batch -> {
            read.forEach(item -> Load.put(item, replace, batch));
            return true;
        });
    }

    private static Optional<SealedSecret> sealed(Credential<SealedSecret> credential) {
        return credential
                .account()
                .fold(aws -> Optional.empty(), azure -> Optional.of(azure.key()), gcp -> Optional.empty());
    }
}
