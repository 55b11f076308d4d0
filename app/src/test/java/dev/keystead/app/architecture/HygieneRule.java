package dev.keystead.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Where libraries, the environment and secrets stay, and what holds for every package. */
enum HygieneRule implements Rule {
    JAVALIN_AND_JAKARTA_VALIDATION_STAY_IN_HTTP(
            Libraries.of("io.javalin..", "jakarta.validation..").stayIn("http"), "jdbc.UsesForeignLibraries"),
    JDBI_AND_SQL_STAY_IN_JDBC(
            Libraries.of("org.jdbi..", "java.sql..", "javax.sql..").stayIn("jdbc"), "http.UsesForeignLibraries"),
    NIMBUS_STAYS_IN_JOSE(Libraries.of("com.nimbusds..").stayIn("jose"), "http.UsesForeignLibraries"),
    JACKSON_STAYS_IN_HTTP_AND_APP(
            Libraries.of("tools.jackson..", "com.fasterxml..").stayIn("http", "app"), "jdbc.UsesForeignLibraries"),
    PACKAGES_HAVE_NO_CYCLES(
            root -> slices().matching(root + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("of two packages in a cycle neither can be understood alone"),
            "core.usecase.KnowsThePorts"),
    EVERY_PACKAGE_IS_NULL_MARKED(
            root -> classes()
                    .that()
                    .resideInAPackage(root + "..")
                    .should(new BeOfANullMarkedPackage())
                    .because("the compiler checks for nulls where it is told to, and nowhere else"),
            "unmarked.NotNullMarked"),
    ONLY_THE_APPLICATION_SEES_ENVIRONMENT_PROPERTIES_AND_STANDARD_STREAMS(
            root -> noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".app..")
                    .should()
                    .accessTargetWhere(theProcess())
                    .because("a library that looks around in its process cannot be embedded twice"),
            "jdbc.LooksAround"),
    SECRETS_ARE_REVEALED_BY_WHO_SEALS_DIGESTS_AND_RESOLVES(
            root -> methods()
                    .that()
                    .areDeclaredIn(root + ".core.domain.Secret")
                    .and()
                    .haveName("reveal")
                    .should(new OnlyBeAccessedBy(
                            root + ".core.domain.Secret",
                            root + ".core.application.CanonicalRequest",
                            root + ".jose.JweSealer",
                            root + ".http.ReplyMapper"))
                    .because("a secret that everyone can read ends in a log"),
            "app.cli.PrintsTheSecret");

    /** What of {@code System} has nothing to do with the process's surroundings. */
    private static final Set<String> HARMLESS = Set.of("arraycopy", "identityHashCode", "nanoTime");
    /** What reads system properties without naming {@code System}. */
    private static final Map<Class<?>, String> PROPERTIES =
            Map.of(Boolean.class, "getBoolean", Integer.class, "getInteger", Long.class, "getLong");

    private static final Set<Class<?>> PROCESSES = Set.of(Runtime.class, ProcessHandle.class, ProcessBuilder.class);

    private final Function<String, ArchRule> rule;
    private final List<String> libraries;
    private final String violator;

    HygieneRule(Function<String, ArchRule> rule, String violator) {
        this(rule, List.of(), violator);
    }

    HygieneRule(Libraries libraries, String violator) {
        this(libraries::rule, libraries.packages(), violator);
    }

    HygieneRule(Function<String, ArchRule> rule, List<String> libraries, String violator) {
        this.rule = rule;
        this.libraries = libraries;
        this.violator = violator;
    }

    @Override
    public ArchRule over(String root) {
        return rule.apply(root);
    }

    @Override
    public String violator() {
        return violator;
    }

    /** The packages that this rule keeps in their place, as ArchUnit writes them; its violator depends on each. */
    List<String> libraries() {
        return libraries;
    }

    private static DescribedPredicate<JavaAccess<?>> theProcess() {
        return DescribedPredicate.describe(
                "what surrounds the process",
                access -> surroundsTheProcess(
                        access.getTargetOwner(), access.getTarget().getName()));
    }

    private static boolean surroundsTheProcess(JavaClass owner, String member) {
        return (owner.isEquivalentTo(System.class) && !HARMLESS.contains(member))
                || PROCESSES.stream().anyMatch(owner::isEquivalentTo)
                || PROPERTIES.entrySet().stream()
                        .anyMatch(reads -> owner.isEquivalentTo(reads.getKey())
                                && reads.getValue().equals(member))
                || member.equals("printStackTrace");
    }
}
