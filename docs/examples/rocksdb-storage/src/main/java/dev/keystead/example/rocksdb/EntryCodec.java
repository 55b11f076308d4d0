package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Subject;
import java.util.EnumSet;
import java.util.Set;

/** A history entry as bytes; event and members by the names that they have outside, which no renaming in the code changes. */
final class EntryCodec {
    private EntryCodec() {}

    static byte[] encode(HistoryEntry entry) {
        Output output = new Output()
                .text(entry.id().value())
                .instant(entry.time())
                .text(entry.actor().value())
                .text(entry.event().code())
                .text(entry.org().value())
                .text(entry.credential().value())
                .text(entry.credentialName().value())
                .text(entry.reason().value())
                .number(entry.changed().size());
        entry.changed().forEach(member -> output.text(member.path()));
        return output.text(entry.requestId().value()).toBytes();
    }

    static HistoryEntry decode(byte[] value) {
        Input input = new Input(value);
        return new HistoryEntry(
                new HistoryId(input.text()),
                input.instant(),
                new Subject(input.text()),
                HistoryEvent.of(input.text()).orElseThrow(),
                new OrgId(input.text()),
                new CredentialId(input.text()),
                new CredentialName(input.text()),
                new Reason(input.text()),
                members(input),
                new RequestId(input.text()));
    }

    private static Set<Member> members(Input input) {
        Set<Member> members = EnumSet.noneOf(Member.class);
        for (long left = input.number(); left > 0; left--) {
            members.add(Member.of(input.text()).orElseThrow());
        }
        return members;
    }
}
