package dev.keystead.jdbc;

import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A cloud account, its secret apart, as columns that several tables have; those that its cloud does not need are null.
 */
record AccountColumns(
        @Nullable String role,
        @Nullable String tenant,
        @Nullable String clientId,
        @Nullable String project) {

    static AccountColumns of(CloudAccount<? extends SecretForm> account) {
        return account.fold(
                aws -> new AccountColumns(aws.arn().value(), null, null, null),
                azure -> new AccountColumns(
                        null, azure.tenant().value(), azure.clientId().value(), null),
                gcp -> new AccountColumns(null, null, null, gcp.project().value()));
    }

    /** The secret of the account, if its cloud needs one. */
    static Optional<SealedSecret> secretOf(CloudAccount<SealedSecret> account) {
        return account.fold(aws -> Optional.empty(), azure -> Optional.of(azure.key()), gcp -> Optional.empty());
    }

    void bindTo(SqlStatement<?> statement) {
        statement
                .bind("role", role)
                .bind("tenant", tenant)
                .bind("client_id", clientId)
                .bind("project", project);
    }

    static CloudType type(String code) {
        return CloudType.of(code).orElseThrow();
    }

    static <S extends SecretForm> CloudAccount<S> read(ResultSet row, SecretColumns<S> secret) throws SQLException {
        return switch (type(row.getString("type"))) {
            case AWS -> new AwsRole<>(new RoleArn(row.getString("role")));
            case AZURE ->
                new AzureServicePrincipal<>(
                        new AzureTenant(row.getString("tenant")),
                        new AzureClientId(row.getString("client_id")),
                        secret.read(row));
            case GCP -> new GcpProject<>(new ProjectId(row.getString("project")));
        };
    }

    /** Reads the secret of a row. */
    @FunctionalInterface
    interface SecretColumns<S extends SecretForm> {
        S read(ResultSet row) throws SQLException;
    }
}
