package dev.keystead.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of the rules, as docs/storage-contract.md and the Javadoc of the SPI have them. */
final class Contract {
    private static final Pattern RULE = Pattern.compile("^\\| (S-\\d\\d) (MUST .+) \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("S-\\d\\d");
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private Contract() {}

    /** The numbers in the order of the document. */
    static List<String> rules() {
        return RULE.matcher(read(REPOSITORY.resolve("docs/storage-contract.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    static String sentenceOf(String rule) {
        return RULE.matcher(read(REPOSITORY.resolve("docs/storage-contract.md")))
                .results()
                .filter(match -> match.group(1).equals(rule))
                .map(match -> match.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** How many lines of the document's tables begin with a number, rightly formed or not. */
    static long numberedLines() {
        return read(REPOSITORY.resolve("docs/storage-contract.md"))
                .lines()
                .filter(line -> line.startsWith("| S-"))
                .count();
    }

    static Set<String> citedInTheSpi() {
        Path spi = REPOSITORY.resolve("core/src/main/java/dev/keystead/core/spi");
        try (Stream<Path> sources = Files.list(spi)) {
            return sources.flatMap(source -> numbersIn(read(source))).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number that a test's name begins with, or the whole name if it does not begin with one. */
    static String numberOf(String displayName) {
        return displayName.matches("S-\\d\\d .+") ? displayName.substring(0, "S-00".length()) : displayName;
    }

    private static Stream<String> numbersIn(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
