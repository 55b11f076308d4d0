package dev.keystead.app.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.CloudAccount;
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
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Small storages' worth of items, and short ways to export and import them. */
final class Samples {
    static final OrgId ACME = new OrgId("acme");
    static final OrgId GLOBEX = new OrgId("globex");
    static final String SEALED = "sealed-value-that-nobody-may-see";
    static final Instant NOW = Instant.parse("2026-11-23T19:05:11.120Z");
    static final Consumer<Counts> SILENT = counts -> {};

    private static final Instant FIRST_DAY = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("9999-12-31T23:59:59.999Z");

    private Samples() {}

    /** Every kind of item, every cloud, and the ends of every range. */
    static List<Item> everything() {
        return List.of(
                credential(ACME, "-", new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Reader"))),
                credential(ACME, "Z", azure()),
                new Item.OfCredential(new Credential<>(
                        ACME,
                        new CredentialId("a"),
                        new CredentialName("\"quoted\" \\ ж 𝄞"),
                        new Comments("tab\tand\r\nlines\u2028, \uD834\uDD1E"),
                        new GcpProject<>(new ProjectId("example.com:my-project")),
                        Usage.at(FIRST_DAY, Integer.MAX_VALUE),
                        1_000_000_000_000_000L,
                        new Audit(FIRST_DAY, new Subject("ada"), LAST_DAY, new Subject("büro")))),
                entry(ACME, "2", "gone", HistoryEvent.REMOVED, Set.of()),
                entry(ACME, "1", "Z", HistoryEvent.UPDATED, Set.of(Member.KEY, Member.NAME)),
                new Item.OfExternalId(ACME, new ExternalId("abcdefghijklmnopqrstuvwxyz012345")),
                entry(GLOBEX, "1", "gone", HistoryEvent.RESOLVED, Set.of()));
    }

    static Item credential(OrgId org, String id, CloudAccount<SealedSecret> account) {
        return new Item.OfCredential(new Credential<>(
                org,
                new CredentialId(id),
                new CredentialName("name of " + id),
                Comments.NONE,
                account,
                Usage.NEVER,
                1,
                Audit.created(NOW, new Subject("ada"))));
    }

    static CloudAccount<SealedSecret> azure() {
        return new AzureServicePrincipal<>(
                new AzureTenant("contoso.com"),
                new AzureClientId("6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60"),
                new SealedSecret("kid-1", SEALED));
    }

    static Item entry(OrgId org, String id, String credential, HistoryEvent event, Set<Member> changed) {
        return new Item.OfHistory(new HistoryEntry(
                new HistoryId(id),
                NOW,
                new Subject("ada"),
                event,
                org,
                new CredentialId(credential),
                new CredentialName("name of " + credential),
                Reason.NONE,
                changed,
                new RequestId("request-1")));
    }

    static void load(Storage storage, List<Item> items) {
        storage.maintenance().load(items.iterator(), false);
    }

    static String export(Storage storage) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.write(storage, Optional.empty(), out, SILENT);
        return out.toString(UTF_8);
    }

    static Counts read(String file, Storage storage) {
        return read(file.getBytes(UTF_8), storage);
    }

    static Counts read(byte[] file, Storage storage) {
        return Import.read(new ByteArrayInputStream(file), storage, Optional.empty(), false, SILENT);
    }
}
