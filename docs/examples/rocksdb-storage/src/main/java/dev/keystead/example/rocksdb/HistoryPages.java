package dev.keystead.example.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.spi.HistoryQuery;
import java.util.ArrayList;
import java.util.List;

/** Reads one page of history, newest first. */
final class HistoryPages {
    private HistoryPages() {}

    static List<HistoryEntry> ofAll(View view, HistoryQuery query) {
        byte[] all = Keys.entries(query.org());
        byte[] start = query.before().map(id -> Keys.entry(query.org(), id)).orElseGet(() -> Keys.end(all));
        List<HistoryEntry> page = new ArrayList<>();
        view.descend(all, start, (key, value) -> {
            page.add(EntryCodec.decode(value));
            return page.size() < query.limit();
        });
        return page;
    }

    static List<HistoryEntry> of(View view, HistoryQuery query, CredentialId credential) {
        byte[] all = Keys.entriesOf(query.org(), credential);
        byte[] start = query.before()
                .map(id -> Keys.entryOf(query.org(), credential, id))
                .orElseGet(() -> Keys.end(all));
        List<HistoryEntry> page = new ArrayList<>();
        view.descend(all, start, (key, value) -> {
            HistoryId id = new HistoryId(new String(key, all.length, key.length - all.length, UTF_8));
            view.get(Keys.entry(query.org(), id)).map(EntryCodec::decode).ifPresent(page::add);
            return page.size() < query.limit();
        });
        return page;
    }
}
