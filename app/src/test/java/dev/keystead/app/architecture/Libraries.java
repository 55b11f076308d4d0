package dev.keystead.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * Libraries and the only modules that may know them.
 *
 * @param packages as ArchUnit writes them, such as {@code io.javalin..}
 * @param homes the modules, by their names below the root package
 */
record Libraries(List<String> packages, List<String> homes) {

    static Libraries of(String... packages) {
        return new Libraries(List.of(packages), List.of());
    }

    Libraries stayIn(String... modules) {
        return new Libraries(packages, List.of(modules));
    }

    ArchRule rule(String root) {
        String[] allowed = homes.stream().map(home -> root + "." + home + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .because("what only one adapter knows can be replaced with it");
    }
}
