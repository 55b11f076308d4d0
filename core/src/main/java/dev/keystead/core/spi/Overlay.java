package dev.keystead.core.spi;

import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import java.util.Set;

/** Lays over a stored credential what an update writes of it, and leaves the rest as it is stored. */
final class Overlay {
    private Overlay() {}

    static Credential<SealedSecret> update(Credential<SealedSecret> stored, Change.Updated change) {
        Credential<SealedSecret> after = change.after();
        Set<Member> changed = change.changed();
        return new Credential<>(
                stored.org(),
                stored.id(),
                changed.contains(Member.NAME) ? after.name() : stored.name(),
                changed.contains(Member.COMMENTS) ? after.comments() : stored.comments(),
                account(stored.account(), after.account(), changed),
                stored.usage(),
                after.version(),
                stored.audit().updated(after.audit().updatedAt(), after.audit().updatedBy()));
    }

    private static CloudAccount<SealedSecret> account(
            CloudAccount<SealedSecret> stored, CloudAccount<SealedSecret> after, Set<Member> changed) {
        return stored.fold(
                aws -> changed.contains(Member.ROLE) ? after : aws,
                azure -> after instanceof AzureServicePrincipal<SealedSecret> given
                        ? servicePrincipal(azure, given, changed)
                        : azure,
                gcp -> changed.contains(Member.PROJECT) ? after : gcp);
    }

    private static AzureServicePrincipal<SealedSecret> servicePrincipal(
            AzureServicePrincipal<SealedSecret> stored,
            AzureServicePrincipal<SealedSecret> after,
            Set<Member> changed) {
        return new AzureServicePrincipal<>(
                stored.tenant(),
                changed.contains(Member.CLIENT_ID) ? after.clientId() : stored.clientId(),
                changed.contains(Member.KEY) ? after.key() : stored.key());
    }
}
