package dev.keystead.core.domain;

import java.util.function.Function;

/**
 * An Azure tenant, reached as a service principal with a client secret.
 *
 * @param tenant the tenant, fixed at creation
 * @param clientId the application
 * @param key the client secret
 */
public record AzureServicePrincipal<S extends SecretForm>(AzureTenant tenant, AzureClientId clientId, S key)
        implements CloudAccount<S> {
    @Override
    public CloudType type() {
        return CloudType.AZURE;
    }

    @Override
    public <R> R fold(
            Function<? super AwsRole<S>, ? extends R> aws,
            Function<? super AzureServicePrincipal<S>, ? extends R> azure,
            Function<? super GcpProject<S>, ? extends R> gcp) {
        return azure.apply(this);
    }

    @Override
    public <T extends SecretForm> AzureServicePrincipal<T> withSecret(Function<? super S, ? extends T> form) {
        return new AzureServicePrincipal<>(tenant, clientId, form.apply(key));
    }
}
