package dev.keystead.example.rocksdb.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules × storages, made of what the kit wrote down in every module of this build. */
final class RuleTable {
    private static final Pattern RULE = Pattern.compile("^\\| (S-\\d\\d) MUST", Pattern.MULTILINE);
    private static final int DEPTH_OF_REPORTS = 6;

    private final List<String> rules;
    /** Other runs of the kit, such as with another isolation, get no column. */
    private static final Pattern COLUMN = Pattern.compile("(.*)(?:Conformance|Storage)Test\\.txt");

    private final SortedMap<String, List<String>> reports = new TreeMap<>();

    private RuleTable(List<String> rules) {
        this.rules = rules;
    }

    static RuleTable of(Path root) throws IOException {
        RuleTable table = new RuleTable(RULE.matcher(Files.readString(root.resolve("docs/storage-contract.md")))
                .results()
                .map(found -> found.group(1))
                .toList());
        try (Stream<Path> files = Files.walk(root, DEPTH_OF_REPORTS)) {
            files.filter(file -> file.getParent().endsWith("target/storage-rules"))
                    .filter(file ->
                            COLUMN.matcher(file.getFileName().toString()).matches())
                    .forEach(file -> table.reports.put(titleOf(file), linesOf(file)));
        }
        return table;
    }

    /** The storages, by the names of their test classes. */
    List<String> storages() {
        return List.copyOf(reports.keySet());
    }

    String markdown() {
        String head = "| rule | " + String.join(" | ", reports.keySet()) + " |\n|---|" + "---|".repeat(reports.size());
        return head + rules.stream().map(this::row).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private String row(String rule) {
        return "| " + rule + " | "
                + reports.values().stream().map(lines -> cell(rule, lines)).collect(Collectors.joining(" | ")) + " |";
    }

    /** A tick if all tests of the rule passed; anything else stands out. */
    private static String cell(String rule, List<String> lines) {
        List<String> outcomes = lines.stream()
                .filter(line -> line.contains(": " + rule + " "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .distinct()
                .sorted()
                .toList();
        return outcomes.isEmpty()
                ? "**not tested**"
                : outcomes.equals(List.of("passed")) ? "✓" : "**" + outcomes + "**";
    }

    /** {@code H2FileConformanceTest} is the storage "H2 File". */
    private static String titleOf(Path file) {
        return file.getFileName()
                .toString()
                .replaceFirst(COLUMN.pattern(), "$1")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
