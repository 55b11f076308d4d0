package dev.keystead.app.config;

/**
 * Where the server listens.
 *
 * @param host an address or a name
 * @param port 0 for any free one
 */
public record HttpOptions(String host, int port) {
    private static final int MAX_PORT = 65_535;

    static HttpOptions from(Settings settings) {
        return new HttpOptions(settings.required(Option.HTTP_HOST), settings.number(Option.HTTP_PORT, 0, MAX_PORT));
    }
}
