package dev.keystead.app.config;

import java.util.Optional;

/**
 * Where the operator's tools reach the server.
 *
 * @param address empty if it is off
 */
public record ManagementOptions(Optional<Address> address) {
    private static final String OFF = "off";

    static ManagementOptions from(Settings settings) {
        String host = settings.required(Option.MANAGEMENT_HOST);
        if (settings.required(Option.MANAGEMENT_PORT).equals(OFF)) {
            return new ManagementOptions(Optional.empty());
        }
        int port = settings.number(Option.MANAGEMENT_PORT, 0, Address.MAX_PORT);
        return new ManagementOptions(Optional.of(new Address(host, port)));
    }
}
