package dev.keystead.example.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import java.util.Arrays;

/**
 * The keys: a letter for the kind of thing, then the parts of its name, divided by a zero byte. No part has one in it, and no character
 * sorts below it, so that the order of the keys as bytes is the order that the contract wants: by organisation, then by id.
 */
final class Keys {
    private static final char DIVIDER = 0;

    private Keys() {}

    static byte[] layout() {
        return key("L");
    }

    static byte[] organisation(OrgId org) {
        return key("O", org.value());
    }

    static byte[] organisations() {
        return prefix("O");
    }

    static byte[] externalId(OrgId org) {
        return key("X", org.value());
    }

    static byte[] credential(OrgId org, CredentialId id) {
        return key("C", org.value(), id.value());
    }

    static byte[] credentials(OrgId org) {
        return prefix("C", org.value());
    }

    static byte[] credentials() {
        return prefix("C");
    }

    static byte[] entry(OrgId org, HistoryId id) {
        return key("H", org.value(), id.value());
    }

    static byte[] entries(OrgId org) {
        return prefix("H", org.value());
    }

    /** A second key of an entry, by which the history of one credential is found. */
    static byte[] entryOf(OrgId org, CredentialId credential, HistoryId id) {
        return key("I", org.value(), credential.value(), id.value());
    }

    static byte[] entryOf(HistoryEntry entry) {
        return entryOf(entry.org(), entry.credential(), entry.id());
    }

    static byte[] entriesOf(OrgId org, CredentialId credential) {
        return prefix("I", org.value(), credential.value());
    }

    static byte[] receipt(Receipt.Key key) {
        return key(
                "R",
                key.org().value(),
                key.subject().value(),
                key.idempotencyKey().value());
    }

    static byte[] receipts() {
        return prefix("R");
    }

    /** A key behind all that begin with the prefix. */
    static byte[] end(byte[] prefix) {
        byte[] end = Arrays.copyOf(prefix, prefix.length);
        end[end.length - 1]++; // prefixes end with a divider, which has a successor
        return end;
    }

    private static byte[] key(String... parts) {
        return String.join(String.valueOf(DIVIDER), parts).getBytes(UTF_8);
    }

    private static byte[] prefix(String... parts) {
        return (String.join(String.valueOf(DIVIDER), parts) + DIVIDER).getBytes(UTF_8);
    }
}
