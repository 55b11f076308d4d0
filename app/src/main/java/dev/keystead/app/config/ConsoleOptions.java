package dev.keystead.app.config;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pages for people.
 *
 * @param on whether they are given out
 * @param clientId the public client by which people sign in at the issuer; empty if they bring a token
 * @param scope what the client asks for
 */
public record ConsoleOptions(boolean on, Optional<String> clientId, String scope) {
    /** Some hosts have names that no rule allows, such as {@code my_idp}. */
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    static ConsoleOptions from(Settings settings) {
        return new ConsoleOptions(
                settings.oneOf(Option.CONSOLE, "true", "false").equals("true"),
                settings.text(Option.CONSOLE_CLIENT_ID),
                settings.required(Option.CONSOLE_SCOPE));
    }

    /** Reports a client of an issuer that is no place on the web, where nobody could sign in. */
    void check(Settings settings, AuthOptions auth, Problems problems) {
        if (clientId.isPresent() && originOf(auth.issuer()).isEmpty()) {
            problems.add(settings.origin(Option.CONSOLE_CLIENT_ID) + " needs an auth-issuer that begins with https");
        }
    }

    /** Scheme, host and port; empty if it is no address of the web. */
    public static Optional<String> originOf(String issuer) {
        try {
            URI uri = URI.create(issuer);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return Optional.ofNullable(uri.getRawAuthority())
                    .filter(authority -> web && AUTHORITY.matcher(authority).matches())
                    .map(authority -> uri.getScheme() + "://" + authority);
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }
}
