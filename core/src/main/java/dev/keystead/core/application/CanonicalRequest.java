package dev.keystead.core.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A request as the bytes that its fingerprint is made of: the operation and every member, each behind its length, an absent one told
 * from an empty one. The organisation and the subject are part of the receipt's key.
 */
final class CanonicalRequest {
    private static final int ABSENT = -1;

    private final Receipt.Operation operation;
    private final byte[] bytes;

    private CanonicalRequest(Receipt.Operation operation, byte[] bytes) {
        this.operation = operation;
        this.bytes = bytes;
    }

    Receipt.Operation operation() {
        return operation;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    static CanonicalRequest of(CreateCredential.Command command) {
        Writer members =
                new Writer().add(command.name().value()).add(command.comments().value());
        members.add(command.account().type().code());
        List<String> account = specific(command.account());
        account.forEach(members::add);
        return members.request(Receipt.Operation.CREATE);
    }

    static CanonicalRequest of(UpdateCredential.Command command) {
        Optional<AccountChange> account = command.change().account();
        return new Writer()
                .add(command.id().value())
                .add(command.reason().value())
                .add(command.change().name().map(CredentialName::value))
                .add(command.change().comments().map(Comments::value))
                .add(account.flatMap(AccountChange::role).map(RoleArn::value))
                .add(account.flatMap(AccountChange::clientId).map(AzureClientId::value))
                .add(account.flatMap(AccountChange::key)
                        .map(key -> key.replacement().map(Secret::reveal).orElse(MaskedSecret.TEXT)))
                .add(account.flatMap(AccountChange::project).map(ProjectId::value))
                .request(Receipt.Operation.UPDATE);
    }

    static CanonicalRequest of(RemoveCredential.Command command) {
        return new Writer()
                .add(command.id().value())
                .add(command.reason().value())
                .request(Receipt.Operation.REMOVE);
    }

    private static List<String> specific(CloudAccount<Secret> account) {
        return account.fold(
                aws -> List.of(aws.arn().value()),
                azure -> List.of(
                        azure.tenant().value(),
                        azure.clientId().value(),
                        azure.key().reveal()),
                gcp -> List.of(gcp.project().value()));
    }

    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer add(String member) {
            byte[] text = member.getBytes(UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            out.writeBytes(text);
            return this;
        }

        Writer add(Optional<String> member) {
            if (member.isPresent()) {
                return add(member.get());
            }
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
            return this;
        }

        CanonicalRequest request(Receipt.Operation operation) {
            add(operation.name());
            return new CanonicalRequest(operation, out.toByteArray());
        }
    }
}
