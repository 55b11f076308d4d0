package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.net.URI;

/**
 * The key set that an issuer's discovery document names (OpenID Connect Discovery 1.0, 4). The document is asked each time, so that an
 * issuer may move its keys.
 */
final class KeySetOfIssuer implements KeyPublication {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final String issuer;
    private final KeyAddress discovery;
    private final WebDocuments documents;

    /**
     * Names the issuer.
     *
     * @throws InvalidValueException if it is no URL that a discovery document can be looked for at
     */
    KeySetOfIssuer(String issuer, WebDocuments documents) {
        this.issuer = issuer;
        this.discovery = discoveryOf(issuer);
        this.documents = documents;
    }

    /**
     * Where the issuer's discovery document is.
     *
     * @throws InvalidValueException if the issuer is no URL that keys may be fetched from, or has a query
     */
    static KeyAddress discoveryOf(String issuer) {
        URI uri = KeyAddress.of(issuer).uri();
        if (uri.getRawQuery() != null) {
            throw new InvalidValueException("the URL of an issuer must have no query");
        }
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return KeyAddress.of(base + WELL_KNOWN);
    }

    @Override
    public WebDocument fetch() throws FetchException {
        KeyAddress keys = keysNamedBy(documents.get(discovery).content());
        try {
            return documents.get(keys);
        } catch (FetchException e) {
            throw new FetchException("at the jwks_uri that it names, " + e.getMessage());
        }
    }

    private KeyAddress keysNamedBy(byte[] document) throws FetchException {
        try {
            JsonObject members = StrictJson.object(document);
            if (!members.string("issuer").equals(issuer)) {
                throw new FetchException("it is the discovery document of another issuer");
            }
            return KeyAddress.of(members.string("jwks_uri"));
        } catch (MalformedException e) {
            throw new FetchException("it is no discovery document: " + e.getMessage());
        } catch (InvalidValueException e) {
            throw new FetchException("its jwks_uri is refused: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return discovery.toString();
    }
}
