package dev.keystead.app.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What the help of each command shows as examples, without the program's name; short, for a help has 80 columns. */
final class Examples {
    private static final Map<String, List<String>> BY_COMMAND = Map.ofEntries(
            Map.entry("dev", List.of("dev", "dev --http-port 8081 --storage-url memory:")),
            Map.entry("serve", List.of("serve --config keystead.properties")),
            Map.entry("doctor", List.of("doctor --config keystead.properties")),
            Map.entry("migrate", List.of("migrate --storage-url jdbc:postgresql://db.example.com/keystead")),
            Map.entry(
                    "export",
                    List.of(
                            "export --config keystead.properties --out everything.jsonl",
                            "export --config keystead.properties --org acme > acme.jsonl")),
            Map.entry(
                    "import",
                    List.of(
                            "import --config keystead.properties --in everything.jsonl",
                            "import --config keystead.properties --replace < acme.jsonl")),
            Map.entry("token", List.of("token --sub me --org acme=admin,agent --ttl 8h")),
            Map.entry("generate", List.of("keys generate --out keyset.json")),
            Map.entry("rotate", List.of("keys rotate --secrets-keyset keyset.json")),
            Map.entry("activate", List.of("keys activate KID --secrets-keyset keyset.json")),
            Map.entry("retire", List.of("keys retire KID --config keystead.properties")),
            Map.entry("list", List.of("keys list --secrets-keyset keyset.json")),
            Map.entry("reseal", List.of("reseal --config keystead.properties")),
            Map.entry("completion", List.of("completion > /etc/bash_completion.d/" + Commands.PROGRAM)));

    private Examples() {}

    /** Shows those of the command behind its flags. */
    static void addTo(CommandSpec spec) {
        List<String> examples = BY_COMMAND.getOrDefault(spec.name(), List.of());
        if (!examples.isEmpty()) {
            spec.usageMessage()
                    .footerHeading("%nExamples:%n")
                    .footer(examples.stream()
                            .map(example -> "  " + Commands.PROGRAM + " " + example)
                            .toArray(String[]::new));
        }
    }
}
