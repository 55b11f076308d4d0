package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.SecretForm;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a cloud is reached, as bytes: the cloud's code, then what it needs. */
final class AccountCodec {
    private AccountCodec() {}

    static <S extends SecretForm> void write(Output output, CloudAccount<S> account, Consumer<S> secret) {
        output.text(account.type().code());
        Runnable members = account.fold(
                aws -> () -> output.text(aws.arn().value()),
                azure -> () -> {
                    output.text(azure.tenant().value()).text(azure.clientId().value());
                    secret.accept(azure.key());
                },
                gcp -> () -> output.text(gcp.project().value()));
        members.run();
    }

    static <S extends SecretForm> CloudAccount<S> read(Input input, Supplier<S> secret) {
        CloudType type = CloudType.of(input.text()).orElseThrow();
        return switch (type) {
            case AWS -> new AwsRole<>(new RoleArn(input.text()));
            case AZURE ->
                new AzureServicePrincipal<>(
                        new AzureTenant(input.text()), new AzureClientId(input.text()), secret.get());
            case GCP -> new GcpProject<>(new ProjectId(input.text()));
        };
    }
}
