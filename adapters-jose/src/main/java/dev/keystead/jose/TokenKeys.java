package dev.keystead.jose;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Where the public keys of an issuer are: a JWK Set (RFC 7517). What is fetched is fetched by https, or by plain http from 127.0.0.1,
 * [::1] or localhost; no redirect is followed.
 */
public sealed interface TokenKeys {

    /** In a file, which is read again when it changes. */
    static TokenKeys inFile(Path file) {
        return new InFile(file);
    }

    /**
     * At an address.
     *
     * @throws dev.keystead.core.domain.InvalidValueException if it is no URL, has user info or a fragment, or is neither https nor plain
     *     http on this machine; the message is one readable line that does not repeat it
     */
    static TokenKeys at(String url) {
        return new AtUrl(KeyAddress.of(url).uri());
    }

    /**
     * Where the issuer's discovery document (OpenID Connect Discovery 1.0) says: the one below the issuer, at
     * {@code /.well-known/openid-configuration}. It must be that of this very issuer.
     *
     * @throws dev.keystead.core.domain.InvalidValueException if the issuer is no URL as in {@link #at}, or has a query
     */
    static TokenKeys ofIssuer(String issuer) {
        return new OfIssuer(issuer);
    }

    /** Applies the function of the place. */
    <R> R fold(
            Function<? super InFile, ? extends R> file,
            Function<? super AtUrl, ? extends R> url,
            Function<? super OfIssuer, ? extends R> issuer);

    /** See {@link TokenKeys#inFile}. */
    record InFile(Path file) implements TokenKeys {
        @Override
        public <R> R fold(
                Function<? super InFile, ? extends R> file,
                Function<? super AtUrl, ? extends R> url,
                Function<? super OfIssuer, ? extends R> issuer) {
            return file.apply(this);
        }
    }

    /** See {@link TokenKeys#at}. */
    record AtUrl(URI url) implements TokenKeys {
        public AtUrl {
            url = new KeyAddress(url).uri();
        }

        @Override
        public <R> R fold(
                Function<? super InFile, ? extends R> file,
                Function<? super AtUrl, ? extends R> url,
                Function<? super OfIssuer, ? extends R> issuer) {
            return url.apply(this);
        }

        /** Without the query, in which a key for the address may stand. */
        @Override
        public String toString() {
            return "AtUrl[" + new KeyAddress(url) + "]";
        }
    }

    /** See {@link TokenKeys#ofIssuer}. */
    record OfIssuer(String issuer) implements TokenKeys {
        public OfIssuer {
            KeySetOfIssuer.discoveryOf(issuer);
        }

        @Override
        public <R> R fold(
                Function<? super InFile, ? extends R> file,
                Function<? super AtUrl, ? extends R> url,
                Function<? super OfIssuer, ? extends R> issuer) {
            return issuer.apply(this);
        }
    }
}
