package dev.keystead.jdbc;

import dev.keystead.core.domain.Member;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members that an update writes; the others are bound as null, which leaves what is stored. */
record Changed(Set<Member> members) {
    @Nullable
    String orNull(Member member, @Nullable String value) {
        return members.contains(member) ? value : null;
    }
}
