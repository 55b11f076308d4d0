package dev.keystead.app.transfer;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the lines that {@link ItemWriter} writes; the members are taken in its order. */
final class ItemReader {
    /** Far from where the numbers end, so that a version can still be raised and stand in an {@code ETag}. */
    private static final long MAX_VERSION = 1_000_000_000_000_000L;

    private ItemReader() {}

    static Item credential(Members members) {
        return new Item.OfCredential(new Credential<>(
                members.value("org_id", OrgId::new),
                members.value("id", CredentialId::new),
                members.value("name", CredentialName::new),
                members.value("comments", Comments::new),
                account(members),
                new Usage((int) members.number("resources", 0, Integer.MAX_VALUE), members.timeIfPresent("last_time")),
                members.number("version", 1, MAX_VERSION),
                new Audit(
                        members.time("created_at"),
                        members.value("created_by", Subject::new),
                        members.time("updated_at"),
                        members.value("updated_by", Subject::new))));
    }

    static Item history(Members members) {
        return new Item.OfHistory(new HistoryEntry(
                members.value("id", HistoryId::new),
                members.time("time"),
                members.value("actor", Subject::new),
                members.code("event", HistoryEvent::of),
                members.value("org_id", OrgId::new),
                members.value("credential_id", CredentialId::new),
                members.value("credential_name", CredentialName::new),
                members.value("reason", Reason::new),
                changed(members),
                members.value("request_id", RequestId::new)));
    }

    static Item externalId(Members members) {
        return new Item.OfExternalId(
                members.value("org_id", OrgId::new), members.value("external_id", ExternalId::new));
    }

    private static CloudAccount<SealedSecret> account(Members members) {
        CloudType type = members.code("type", CloudType::of);
        Members specific = members.object("specific");
        CloudAccount<SealedSecret> account = switch (type) {
            case AWS -> new AwsRole<>(specific.value("role", RoleArn::new));
            case AZURE ->
                new AzureServicePrincipal<>(
                        specific.value("tenant", AzureTenant::new),
                        specific.value("clientId", AzureClientId::new),
                        sealed(specific.object("key")));
            case GCP -> new GcpProject<>(specific.value("project", ProjectId::new));
        };
        specific.end();
        return account;
    }

    private static SealedSecret sealed(Members key) {
        SealedSecret sealed = new SealedSecret(opaque(key, "kid"), opaque(key, "sealed"));
        key.end();
        return sealed;
    }

    /** Text whose form is the sealer's own affair, but which every storage must be able to keep. */
    private static String opaque(Members key, String name) {
        String text = key.text(name);
        if (text.isBlank()
                || text.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw key.problem(name, "must not be blank, nor have control characters or unpaired surrogates");
        }
        return text;
    }

    private static Set<Member> changed(Members members) {
        List<String> paths = members.texts("changed");
        Set<Member> changed = EnumSet.noneOf(Member.class);
        paths.forEach(path -> Member.of(path).ifPresent(changed::add));
        if (!changed.stream().map(Member::path).toList().equals(paths)) {
            throw members.problem("changed", "must list members of a credential, each once and in their order");
        }
        return changed;
    }
}
