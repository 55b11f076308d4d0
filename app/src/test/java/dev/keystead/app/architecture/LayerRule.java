package dev.keystead.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Which layer may depend on which; allow-lists, since a misspelt name in a list of what is forbidden forbids nothing. */
enum LayerRule implements Rule {
    THE_DOMAIN_DEPENDS_ON_THE_LANGUAGE_AND_ITSELF(
            root -> only(root, "core.domain", language().or(in(root, "core.domain")))
                    .because("what is true of credentials is true without files, databases and frameworks"),
            "core.domain.ReadsFiles"),
    USE_CASES_DEPEND_ON_THE_DOMAIN(
            root -> only(root, "core.usecase", language().or(in(root, "core.domain", "core.usecase")))
                    .because("who calls the core need not know what it needs from outside"),
            "core.usecase.KnowsThePorts"),
    PORTS_DEPEND_ON_THE_DOMAIN(
            root -> only(root, "core.spi", language().or(in(root, "core.domain", "core.spi")))
                    .because("who implements a port need not know who calls the core"),
            "core.spi.KnowsTheUseCases"),
    HANDLERS_ARE_PACKAGE_PRIVATE(
            root -> classes()
                    .that(in(root, "core.application"))
                    .and()
                    .haveSimpleNameNotEndingWith("Handlers")
                    .and()
                    .haveSimpleNameNotEndingWith("package-info")
                    .should()
                    .notBePublic()
                    .because("the door to the core is its builder"),
            "core.application.PublicHandler"),
    HANDLERS_DEPEND_ON_DOMAIN_USE_CASES_AND_PORTS(
            root -> only(
                            root,
                            "core.application",
                            language()
                                    .or(resideInAnyPackage("java.io", "java.nio"))
                                    .or(in(root, "core.domain", "core.usecase", "core.spi", "core.application")))
                    .because("they are the steps of a use case and nothing else"),
            "core.application.PublicHandler"),
    HTTP_USES_THE_USE_CASES_AND_OF_THE_PORTS_THE_TOKEN_VERIFIER(
            root -> only(
                            root,
                            "http",
                            not(in(root))
                                    .or(in(root, "http", "core.usecase", "core.domain")
                                            .or(named(root + ".core.spi.TokenVerifier"))))
                    .because("an edge calls the core; what lies behind the core is not its business"),
            "http.CallsTheRepository"),
    HTTP_HAS_ONE_DOOR(
            root -> classes()
                    .that(in(root, "http"))
                    .and()
                    .areNotAnnotatedWith(NullMarked.class)
                    .and(not(among(
                            root + ".http.HttpAdapter",
                            root + ".http.HttpConfig",
                            root + ".http.HttpLimits",
                            root + ".http.HttpMount",
                            root + ".http.TlsFiles",
                            root + ".http.FixedDocument",
                            root + ".http.RequestObserver",
                            root + ".http.RequestObserver$Answered",
                            root + ".http.DomainValueValidator")))
                    .should()
                    .notBePublic()
                    .because(
                            "who embeds the edge sees how to start it, where to mount it, what it answered, what else it gives out, and no more"),
            "http.SecondDoor"),
    JDBC_IMPLEMENTS_THE_PORTS(root -> outbound(root, "jdbc"), "jdbc.CallsAUseCase"),
    THE_STORAGE_IN_MEMORY_IMPLEMENTS_THE_PORTS(root -> outbound(root, "inmemory"), "inmemory.KnowsAnotherAdapter"),
    JOSE_IMPLEMENTS_THE_PORTS(root -> outbound(root, "jose"), "jose.KnowsTheApplication"),
    THE_KIT_KNOWS_THE_PORTS(root -> outbound(root, "tck"), "tck.KnowsAnAdapter"),
    THE_CORE_KNOWS_ITSELF(
            root -> only(root, "core", not(in(root)).or(in(root, "core"))).because("everything depends on the core"),
            "core.KnowsAnAdapter"),
    ONLY_THE_WIRING_KNOWS_TWO_ADAPTERS(
            root -> classes()
                    .that(in(root, "app"))
                    .and(not(in(root, "app.wiring")))
                    .should(new KnowAtMostOneAdapter(root))
                    .because("what is put together is put together in one place"),
            "app.cli.KnowsTwoAdapters"),
    NOBODY_KNOWS_THE_APPLICATION(
            root -> classes()
                    .that(in(root, "app"))
                    .should()
                    .onlyHaveDependentClassesThat(in(root, "app"))
                    .because("it is the one that knows the others"),
            "jose.KnowsTheApplication");

    private final Function<String, ArchRule> rule;
    private final String violator;

    LayerRule(Function<String, ArchRule> rule, String violator) {
        this.rule = rule;
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

    private static ArchRule outbound(String root, String adapter) {
        return only(root, adapter, not(in(root)).or(in(root, adapter, "core.spi", "core.domain")))
                .because("an outbound adapter is called by the core, and knows no other adapter");
    }

    private static ArchRule only(String root, String layer, DescribedPredicate<JavaClass> allowed) {
        return classes().that(in(root, layer)).should().onlyDependOnClassesThat(allowed);
    }

    private static DescribedPredicate<JavaClass> language() {
        return resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.net..",
                        "java.nio.charset..",
                        "java.security..",
                        "org.jspecify..")
                .or(DescribedPredicate.describe("are primitive", type -> type.isPrimitive() || type.isArray()));
    }

    private static DescribedPredicate<JavaClass> among(String... names) {
        return DescribedPredicate.describe(
                "among " + List.of(names), type -> List.of(names).contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> in(String root) {
        return resideInAPackage(root + "..");
    }

    private static DescribedPredicate<JavaClass> in(String root, String... layers) {
        return resideInAnyPackage(
                Arrays.stream(layers).map(layer -> root + "." + layer + "..").toArray(String[]::new));
    }
}
