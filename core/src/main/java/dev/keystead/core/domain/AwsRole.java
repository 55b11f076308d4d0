package dev.keystead.core.domain;

import java.util.function.Function;

/**
 * An AWS account, reached by assuming a role in it; there is no secret.
 *
 * @param arn the role
 */
public record AwsRole<S extends SecretForm>(RoleArn arn) implements CloudAccount<S> {
    @Override
    public CloudType type() {
        return CloudType.AWS;
    }

    @Override
    public <R> R fold(
            Function<? super AwsRole<S>, ? extends R> aws,
            Function<? super AzureServicePrincipal<S>, ? extends R> azure,
            Function<? super GcpProject<S>, ? extends R> gcp) {
        return aws.apply(this);
    }

    @Override
    public <T extends SecretForm> AwsRole<T> withSecret(Function<? super S, ? extends T> form) {
        return new AwsRole<>(arn);
    }
}
