package dev.keystead.core.domain;

import java.util.function.Function;

/**
 * How a cloud account is reached. Every place that tells the clouds apart does so with {@link #fold}, so that a new cloud does not
 * compile until each of them knows it.
 *
 * @param <S> the form in which the account carries its secret, where it has one
 */
public sealed interface CloudAccount<S extends SecretForm> permits AwsRole, AzureServicePrincipal, GcpProject {
    CloudType type();

    /** Applies the function of the account's own cloud. */
    <R> R fold(
            Function<? super AwsRole<S>, ? extends R> aws,
            Function<? super AzureServicePrincipal<S>, ? extends R> azure,
            Function<? super GcpProject<S>, ? extends R> gcp);

    /** The same account with its secret in another form; the function is called once for a secret and not without one. */
    <T extends SecretForm> CloudAccount<T> withSecret(Function<? super S, ? extends T> form);

    /** The same account as it may be shown. */
    default CloudAccount<MaskedSecret> masked() {
        return withSecret(secret -> MaskedSecret.MASKED);
    }
}
