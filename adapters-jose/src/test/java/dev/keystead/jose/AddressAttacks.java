package dev.keystead.jose;

import static dev.keystead.jose.KeyAttacks.forged;

import java.net.URI;
import java.util.List;

/** Tokens that say where their key is to be fetched from. */
final class AddressAttacks {
    private AddressAttacks() {}

    static void addTo(Attacks attacks, URI trap) {
        String host = trap.getHost() + ':' + trap.getPort();
        for (String address : List.of(
                trap.toString(),
                "https://" + host + "/jwks.json",
                "http://localhost:" + trap.getPort() + "/jwks.json",
                "http://issuer.test@" + host + "/jwks.json",
                "HTTP://" + host + "/../jwks.json",
                "//" + host + "/jwks.json")) {
            for (String member : List.of("jku", "x5u")) {
                for (String kid : List.of("\"ec-256-2\"", "\"ec-256\"")) {
                    attacks.add(
                            member + " " + address + ", kid " + kid,
                            forged().header("kid", kid).header(member, '"' + address + '"'));
                }
                attacks.add(
                        member + " " + address + " without a kid",
                        forged().withoutHeader("kid").header(member, '"' + address + '"'));
            }
            attacks.add("kid " + address, forged().header("kid", '"' + address + '"'));
            attacks.add("iss " + address, forged().claim("iss", '"' + address + '"'));
        }
        attacks.add("jku in a list", forged().header("jku", "[\"" + trap + "\"]"));
        attacks.add(
                "jku in a jwk",
                forged().header("jwk", "{\"kty\":\"EC\",\"jku\":\"" + trap + "\",\"x5u\":\"" + trap + "\"}"));
        attacks.add("crit jku", forged().header("jku", "\"" + trap + '"').header("crit", "[\"jku\"]"));
    }
}
