package dev.keystead.core.domain;

import java.util.function.Function;

/**
 * A Google Cloud project, reached by a service account of the platform that the project has let in; there is no secret.
 *
 * @param project the project
 */
public record GcpProject<S extends SecretForm>(ProjectId project) implements CloudAccount<S> {
    @Override
    public CloudType type() {
        return CloudType.GCP;
    }

    @Override
    public <R> R fold(
            Function<? super AwsRole<S>, ? extends R> aws,
            Function<? super AzureServicePrincipal<S>, ? extends R> azure,
            Function<? super GcpProject<S>, ? extends R> gcp) {
        return gcp.apply(this);
    }

    @Override
    public <T extends SecretForm> GcpProject<T> withSecret(Function<? super S, ? extends T> form) {
        return new GcpProject<>(project);
    }
}
