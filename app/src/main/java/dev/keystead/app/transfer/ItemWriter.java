package dev.keystead.app.transfer;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.StorageMaintenance.Item;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes items as lines; {@link ItemReader} reads them. */
final class ItemWriter {
    private ItemWriter() {}

    static ObjectNode write(Item item) {
        return item.fold(
                of -> write(of.credential()),
                of -> write(of.entry()),
                of -> line(Kind.EXTERNAL_ID, of.org())
                        .put("external_id", of.externalId().value()));
    }

    private static ObjectNode write(Credential<SealedSecret> credential) {
        Audit audit = credential.audit();
        ObjectNode line = line(Kind.CREDENTIAL, credential.org())
                .put("id", credential.id().value())
                .put("type", credential.account().type().code())
                .put("name", credential.name().value())
                .put("comments", credential.comments().value());
        line.set("specific", specific(credential.account()));
        line.put("resources", credential.usage().resources());
        credential.usage().lastTime().ifPresent(time -> line.put("last_time", Json.text(time)));
        return line.put("version", credential.version())
                .put("created_at", Json.text(audit.createdAt()))
                .put("created_by", audit.createdBy().value())
                .put("updated_at", Json.text(audit.updatedAt()))
                .put("updated_by", audit.updatedBy().value());
    }

    private static ObjectNode specific(CloudAccount<SealedSecret> account) {
        return account.fold(
                aws -> Json.object().put("role", aws.arn().value()),
                ItemWriter::servicePrincipal,
                gcp -> Json.object().put("project", gcp.project().value()));
    }

    private static ObjectNode servicePrincipal(AzureServicePrincipal<SealedSecret> azure) {
        ObjectNode specific = Json.object()
                .put("tenant", azure.tenant().value())
                .put("clientId", azure.clientId().value());
        specific.putObject("key")
                .put("kid", azure.key().keyId())
                .put("sealed", azure.key().value());
        return specific;
    }

    private static ObjectNode write(HistoryEntry entry) {
        ObjectNode line = line(Kind.HISTORY, entry.org())
                .put("id", entry.id().value())
                .put("time", Json.text(entry.time()))
                .put("actor", entry.actor().value())
                .put("event", entry.event().code())
                .put("credential_id", entry.credential().value())
                .put("credential_name", entry.credentialName().value())
                .put("reason", entry.reason().value());
        ArrayNode changed = line.putArray("changed");
        entry.changed().stream().map(Member::path).forEach(changed::add);
        return line.put("request_id", entry.requestId().value());
    }

    private static ObjectNode line(Kind kind, OrgId org) {
        return Json.object().put("kind", kind.code()).put("org_id", org.value());
    }
}
