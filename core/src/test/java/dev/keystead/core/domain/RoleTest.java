package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's table of roles, letter for letter. */
class RoleTest {
    private static final String TABLE = """
            |                              | owner | admin | planner | viewer | billing | agent |
            | list, describe               | ✓     | ✓     | ✓       | ✓      |         | ✓     |
            | create, update, remove       | ✓     | ✓     |         |        |         |       |
            | history                      | ✓     | ✓     |         | ✓      |         |       |
            | resolve (read the secret)    |       |       |         |        |         | ✓     |
            | report usage                 | ✓     | ✓     |         |        |         | ✓     |
            | setup                        | ✓     | ✓     |         |        |         |       |
            """;
    private static final List<Permission> ROWS = List.of(
            Permission.READ,
            Permission.WRITE,
            Permission.READ_HISTORY,
            Permission.RESOLVE,
            Permission.REPORT_USAGE,
            Permission.SETUP);

    static Stream<Arguments> cells() {
        List<List<String>> lines = TABLE.lines().map(RoleTest::cellsOf).toList();
        return lines.stream()
                .skip(1)
                .flatMap(line -> Stream.iterate(1, i -> i < line.size(), i -> i + 1)
                        .map(column -> Arguments.of(
                                lines.get(0).get(column),
                                ROWS.get(lines.indexOf(line) - 1),
                                !line.get(column).isEmpty())));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void allowsWhatTheContractSays(String role, Permission permission, boolean allowed) {
        assertThat(Role.named(role).orElseThrow().allows(permission)).isEqualTo(allowed);
    }

    @Test
    void isCoveredByTheTable() {
        assertThat(ROWS).containsExactlyInAnyOrder(Permission.values());
        assertThat(cells()).hasSize(Permission.values().length * Role.values().length);
    }

    @Test
    void isFoundByItsName() {
        for (Role role : Role.values()) {
            assertThat(Role.named(role.roleName())).contains(role);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Owner", "OWNER", " owner", "root", "owner\n"})
    void isUnknownByAnyOtherName(String name) {
        assertThat(Role.named(name)).isEmpty();
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(String::strip)
                .toList();
    }
}
