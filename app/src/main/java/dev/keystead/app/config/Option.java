package dev.keystead.app.config;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of the server: the one table that flags, environment variables, keys of the file, help and the check of
 * {@code docs/configuration.md} are made from.
 */
public enum Option {
    CONFIG("FILE", null, "properties file with options; flags and environment win over it"),
    HTTP_HOST("HOST", "127.0.0.1", "address to listen on"),
    HTTP_PORT("PORT", "8080", "port to listen on; 0: any free one"),
    MANAGEMENT_HOST("HOST", "127.0.0.1", "address to answer /healthz, /readyz and /metrics on"),
    MANAGEMENT_PORT("PORT|off", "9090", "port for them; 0: any free one; off: none"),
    TLS_CERTIFICATE(
            "FILE",
            null,
            "certificates in PEM, the server's own first: HTTPS, with HTTP/2; read again when they change"),
    TLS_PRIVATE_KEY("FILE", null, "the private key of the certificate in PEM (PKCS#8, RSA or EC, not encrypted)"),
    RATE_LIMIT("COUNT", "0", "requests a second for each subject, with bursts of twice that; 0: no limit"),
    MAX_CONCURRENT_REQUESTS("COUNT", "256", "requests in progress at the most; more are answered with 503"),
    CONSOLE(
            "true|false",
            "true",
            "give out pages for people on the public port: /console/, the API's at /api/, and /openapi.yaml"),
    CONSOLE_CLIENT_ID(
            "ID",
            null,
            "public client of the issuer by which people sign in to the console; absent: with a token that they bring"),
    CONSOLE_SCOPE("SCOPES", "openid", "what the console asks the issuer for"),
    LOG_FORMAT(
            "text|json",
            "text",
            "form of the log, on standard error: a line, or a JSON object in a line, for each event"),
    STORAGE_URL(
            "URL",
            "jdbc:h2:file:./keystead-data/keystead",
            "where credentials are kept: jdbc:h2:file:PATH, jdbc:postgresql://HOST:PORT/DATABASE, memory:"
                    + " (nothing survives), or the scheme of a provider on the class path"),
    STORAGE_USER("NAME", null, "who connects to the storage"),
    STORAGE_PASSWORD("PASSWORD", null, "with what; refused as a flag, which every user of the machine could see"),
    STORAGE_POOL_SIZE("COUNT", "10", "connections to the storage at the most"),
    STORAGE_MIGRATE("true|false", "true", "bring the storage's schema up to date at start"),
    STORAGE_SYNC("commit|always", "commit", "always: force an H2 file to disk at each commit"),
    AUTH_ISSUER("ISSUER", null, "the tokens' iss"),
    AUTH_AUDIENCE("AUDIENCE", null, "what the tokens' aud must contain"),
    AUTH_JWKS(
            "FILE|URL",
            null,
            "JWK Set with the issuer's public keys, a file or a URL; absent: where the issuer's discovery document says"),
    AUTH_ORGS_CLAIM("CLAIM", "orgs", "claim with the roles by organisation; a JSON pointer if it begins with /"),
    AUTH_ORG_CLAIM("CLAIM", "org_id", "claim with the one organisation, where the former is absent"),
    AUTH_ROLE_CLAIM("CLAIM", "role", "claim with the roles in that organisation"),
    SECRETS_KEYSET("FILE", null, "JWK Set file with the keys that seal secrets"),
    PLATFORM_AWS_ACCOUNT("ACCOUNT", null, "the platform's AWS account, which setup has organisations trust"),
    PLATFORM_GCP_SERVICE_ACCOUNT(
            "ADDRESS",
            null,
            "the platform's service account in Google Cloud, which setup has organisations trust; {org} in its name"
                    + " stands for the organisation's id");

    /** What a {@code serve} command takes: everything. */
    public static final Set<Option> OF_SERVE = Set.copyOf(EnumSet.allOf(Option.class));

    /** What a {@code dev} command takes: issuer, audience and keys are its own, and it is for this machine alone. */
    public static final Set<Option> OF_DEV = without(
            EnumSet.of(TLS_CERTIFICATE, TLS_PRIVATE_KEY, CONSOLE_CLIENT_ID, CONSOLE_SCOPE),
            without(EnumSet.range(AUTH_ISSUER, SECRETS_KEYSET), OF_SERVE));

    /** What a command takes that works on the storage alone, such as {@code migrate}. */
    public static final Set<Option> OF_STORAGE_COMMANDS = with(CONFIG, EnumSet.range(STORAGE_URL, STORAGE_SYNC));

    /** What a command takes that works on the key set alone, such as {@code keys rotate}. */
    public static final Set<Option> OF_KEY_SET_COMMANDS = with(CONFIG, EnumSet.of(SECRETS_KEYSET));

    /** What a command takes that works on the key set and what is sealed with it, such as {@code reseal}. */
    public static final Set<Option> OF_SEALING_COMMANDS = with(SECRETS_KEYSET, OF_STORAGE_COMMANDS);

    private final String placeholder;
    private final @Nullable String defaultValue;
    private final String description;

    Option(String placeholder, @Nullable String defaultValue, String description) {
        this.placeholder = placeholder;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    private static Set<Option> without(Set<Option> some, Set<Option> of) {
        Set<Option> options = EnumSet.copyOf(of);
        options.removeAll(some);
        return Set.copyOf(options);
    }

    private static Set<Option> with(Option one, Set<Option> others) {
        Set<Option> options = EnumSet.copyOf(others);
        options.add(one);
        return Set.copyOf(options);
    }

    /** The name, such as {@code http-port}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands for the value in help and documentation. */
    public String placeholder() {
        return placeholder;
    }

    /** The value where none is given. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** What it is for, in a line. */
    public String description() {
        return description;
    }

    /** True if its value must not be seen: no flag, and a twin that names a file. */
    public boolean secret() {
        return this == STORAGE_PASSWORD;
    }

    /** True if it says where the server is told the rest, so that the file itself cannot give it. */
    boolean beforeTheFile() {
        return this == CONFIG;
    }
}
