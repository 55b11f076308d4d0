package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystead.core.domain.InvalidMemberException.Violation;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The values that record what happened: usage, history, receipts, preconditions, violations. */
class RecordKeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T19:05:11.123456789Z");
    private static final Instant NOW_MILLIS = Instant.parse("2026-11-23T19:05:11.123Z");
    private static final OrgId ACME = new OrgId("acme");
    private static final CredentialId ID = new CredentialId("id-1");
    private static final Receipt.Key KEY = new Receipt.Key(ACME, new Subject("ada"), new IdempotencyKey("k-1"));
    private static final Fingerprint FINGERPRINT = new Fingerprint("f-1", "digest");

    @Test
    void ordersUsesByTheirTime() {
        Usage early = Usage.at(NOW, 1);
        Usage late = Usage.at(NOW.plusMillis(1), 1);

        assertThat(early.isOlderThan(late)).isTrue();
        assertThat(late.isOlderThan(early)).isFalse();
        assertThat(Usage.NEVER.isOlderThan(early)).isTrue();
        assertThat(early.isOlderThan(Usage.NEVER)).isFalse();
        assertThat(Usage.NEVER.isOlderThan(Usage.NEVER)).isFalse();
    }

    @Test
    void letsTheLaterOfTwoReportsInTheSameMillisecondHold() {
        assertThat(Usage.at(NOW_MILLIS, 1).isOlderThan(Usage.at(NOW, 2))).isFalse();
        assertThat(Usage.at(NOW, 1).isOlderThan(Usage.at(NOW_MILLIS, 2))).isFalse();
    }

    @Test
    void countsResourcesFromZeroUp() {
        assertThat(Usage.at(NOW, Integer.MAX_VALUE).resources()).isEqualTo(Integer.MAX_VALUE);
        assertThat(Usage.at(NOW, 0).lastTime()).contains(NOW_MILLIS);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Usage.at(NOW, -1));
    }

    @Test
    void meetsOnlyTheVersionsThatAPreconditionNames() {
        Set<Long> named = new HashSet<>(Set.of(2L, 5L));
        Precondition twoOrFive = Precondition.anyOf(named);
        named.add(3L);

        assertThat(twoOrFive.holdsFor(2)).isTrue();
        assertThat(twoOrFive.holdsFor(5)).isTrue();
        assertThat(twoOrFive.holdsFor(3)).isFalse();
        assertThat(Precondition.version(2).holdsFor(2)).isTrue();
        assertThat(Precondition.version(2).holdsFor(1)).isFalse();
        assertThat(Precondition.NONE.holdsFor(1)).isTrue();
        assertThat(Precondition.anyOf(Set.of()).holdsFor(1)).isFalse();
    }

    @Test
    void keepsAHistoryEntryToTheMillisecondWithItsMembersInOrder() {
        Set<Member> changed = new LinkedHashSet<>(List.of(Member.KEY, Member.COMMENTS, Member.NAME));

        HistoryEntry entry = new HistoryEntry(
                new HistoryId("h-1"),
                NOW,
                new Subject("ada"),
                HistoryEvent.UPDATED,
                ACME,
                ID,
                new CredentialName("prod"),
                Reason.NONE,
                changed,
                new RequestId("r-1"));
        changed.clear();

        assertThat(entry.time()).isEqualTo(NOW_MILLIS);
        assertThat(entry.changed())
                .containsExactly(Member.NAME, Member.COMMENTS, Member.KEY)
                .isUnmodifiable();
    }

    @Test
    void letsAReceiptExpireAtItsInstant() {
        Receipt receipt = receipt(Optional.empty(), Receipt.Operation.REMOVE);

        assertThat(receipt.expiresAt()).isEqualTo(NOW_MILLIS);
        assertThat(receipt.isExpiredAt(NOW_MILLIS.minusNanos(1))).isFalse();
        assertThat(receipt.isExpiredAt(NOW_MILLIS)).isTrue();
        assertThat(receipt.isExpiredAt(NOW_MILLIS.plusNanos(1))).isTrue();
    }

    @Test
    void demandsAViewInAReceiptUnlessItIsOfARemoval() {
        Optional<Credential<MaskedSecret>> view = Optional.of(new Credential<>(
                ACME,
                ID,
                new CredentialName("prod"),
                Comments.NONE,
                new GcpProject<>(new ProjectId("my-project")),
                Usage.NEVER,
                1,
                Audit.created(NOW, new Subject("ada"))));

        assertThat(receipt(view, Receipt.Operation.CREATE).view()).isEqualTo(view);
        assertThat(receipt(view, Receipt.Operation.UPDATE).view()).isEqualTo(view);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> receipt(view, Receipt.Operation.REMOVE));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> receipt(Optional.empty(), Receipt.Operation.CREATE));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> receipt(Optional.empty(), Receipt.Operation.UPDATE));
    }

    @Test
    void refusesAFingerprintWithoutKeyIdOrValue() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Fingerprint(" ", "v"));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Fingerprint("k", ""));
    }

    @Test
    void asksForOneEffectWithoutRepresentationByDefault() {
        assertThat(Idempotency.of("k-1")).isEqualTo(new Idempotency(new IdempotencyKey("k-1"), false));
    }

    @Test
    void countsTheViolationsInItsMessage() {
        Violation first = new Violation("specific.role", "is wrong");
        Violation second = new Violation("specific.key", "is wrong too");

        assertThat(new InvalidMemberException(List.of(first)))
                .hasMessage("1 member is invalid")
                .satisfies(refusal -> assertThat(refusal.violations()).containsExactly(first));
        assertThat(new InvalidMemberException(List.of(first, second)))
                .hasMessage("2 members are invalid")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID));
        assertThatIllegalArgumentException().isThrownBy(() -> new InvalidMemberException(List.of()));
    }

    private static Receipt receipt(Optional<Credential<MaskedSecret>> view, Receipt.Operation operation) {
        return new Receipt(KEY, FINGERPRINT, operation, ID, view, false, NOW);
    }
}
