package dev.keystead.app.process;

import dev.keystead.jose.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Starts servers that believe the tokens of Keycloak's realm {@code platform} and are told nothing of it but issuer and audience. */
final class KeycloakServers {
    private KeycloakServers() {}

    /** Starts one, in a new folder inside the folder, with more options. */
    static ServerProcess start(Keycloak keycloak, Path folder, String... options) throws IOException {
        Path own = Files.createTempDirectory(folder, "server");
        Path keySet = own.resolve("keyset.json");
        KeySet.generate().writeTo(keySet);
        Stream<String> required = Stream.of(
                "--auth-issuer", keycloak.issuer("platform"),
                "--auth-audience", "keystead",
                "--secrets-keyset", keySet.toString());
        return ServerProcess.serve(
                own, Stream.concat(required, Stream.of(options)).toArray(String[]::new));
    }
}
