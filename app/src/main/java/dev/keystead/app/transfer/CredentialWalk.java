package dev.keystead.app.transfer;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Position;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks through the credentials of a storage, an organisation at a time. Not safe for use by many threads. */
final class CredentialWalk {
    /** No id comes before it: a scan that begins behind it misses it alone. */
    private static final CredentialId FIRST_ID = new CredentialId("-");

    private final Iterator<Credential<SealedSecret>> rest;
    private Optional<Credential<SealedSecret>> next;

    private CredentialWalk(Iterator<Credential<SealedSecret>> rest, Optional<Credential<SealedSecret>> first) {
        this.rest = rest;
        this.next = first.or(this::read);
    }

    /** Through all organisations. */
    static CredentialWalk through(Storage storage) {
        return new CredentialWalk(scan(storage, Optional.empty()), Optional.empty());
    }

    /** Through an organisation, and on from there. */
    static CredentialWalk from(OrgId org, Storage storage) {
        return new CredentialWalk(
                scan(storage, Optional.of(new Position(org, FIRST_ID))),
                storage.repository().find(org, FIRST_ID));
    }

    /** Goes on to the organisation and through its credentials; those of organisations before it are passed over. */
    void forEachOf(OrgId org, Consumer<Credential<SealedSecret>> action) {
        while (next.filter(credential -> credential.org().compareTo(org) <= 0).isPresent()) {
            next.filter(credential -> credential.org().equals(org)).ifPresent(action);
            next = read();
        }
    }

    private Optional<Credential<SealedSecret>> read() {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    private static Iterator<Credential<SealedSecret>> scan(Storage storage, Optional<Position> start) {
        return new Pages<>(after -> storage.maintenance()
                .scan(
                        after.map(credential -> new Position(credential.org(), credential.id()))
                                .or(() -> start),
                        Pages.SIZE));
    }
}
