package dev.keystead.http;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the known name that a client may have meant. */
final class Suggestions {
    private static final int SHORT_NAME = 4;
    private static final int LONGEST = 64;

    private Suggestions() {}

    /** What is said about an unknown name of this kind ("member", "parameter"). */
    static String unknown(String kind, String name, Set<String> known) {
        return "unknown " + kind
                + closest(name, known)
                        .map(meant -> ", did you mean \"" + meant + "\"?")
                        .orElse("");
    }

    private static Optional<String> closest(String name, Set<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(name);
        return known.stream()
                .filter(candidate -> distance(folded, fold(candidate)) <= tolerance(candidate))
                .min(Comparator.comparingInt(candidate -> distance(folded, fold(candidate))));
    }

    private static int tolerance(String candidate) {
        return candidate.length() <= SHORT_NAME ? 1 : 2;
    }

    private static String fold(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** The optimal string alignment distance: insertions, deletions, substitutions and swapped neighbours. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] cost, int i, int j) {
        int substitution = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(substitution, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
    }
}
