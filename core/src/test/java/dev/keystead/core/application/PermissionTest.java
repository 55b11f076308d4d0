package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ForbiddenException;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.UseCases;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every use case refuses a caller without its permission, and does so before anything else. */
class PermissionTest {
    private static final CredentialId NONE = new CredentialId("none");

    @ParameterizedTest
    @EnumSource
    void servesEachRoleThatTheContractAllows(UseCase useCase) {
        for (Role role : useCase.allowed()) {
            Bench bench = new Bench();
            CredentialId id = bench.created(Bench.servicePrincipal());

            assertThatCode(() -> useCase.call(bench.useCases, Bench.caller(Bench.ADA, role), Bench.ACME, id))
                    .as("%s as %s", useCase, role)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryOtherRoleBeforeTouchingAnything(UseCase useCase) {
        for (Role role : useCase.refused()) {
            assertRefused(useCase, Grants.of(Bench.ACME, role));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAllOtherRolesTogether(UseCase useCase) {
        assertRefused(useCase, Grants.of(Map.of(Bench.ACME, useCase.refused())));
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryRoleOfAnotherOrganisation(UseCase useCase) {
        assertRefused(useCase, Grants.of(Map.of(Bench.GLOBEX, EnumSet.allOf(Role.class))));
    }

    @ParameterizedTest
    @EnumSource
    void refusesACallerWithoutRoles(UseCase useCase) {
        assertRefused(useCase, Grants.of(Map.of()));
        assertRefused(useCase, Grants.of(Map.of(Bench.ACME, Set.of())));
    }

    @ParameterizedTest
    @EnumSource
    void servesTheEmbeddingProgram(UseCase useCase) {
        Bench bench = new Bench();
        CredentialId id = bench.created(Bench.servicePrincipal());

        assertThatCode(() -> useCase.call(bench.useCases, Caller.system("job"), Bench.ACME, id))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAPageOfAListToo() {
        ListCredentials.Query page = new ListCredentials.Query(
                Bench.ACME, CredentialFilter.ALL, Optional.of(new PageLimit(1)), Optional.empty());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> untouchable().listCredentials().list(Bench.caller(Bench.ADA, Role.BILLING), page));
    }

    @Test
    void coversEveryUseCase() {
        assertThat(Arrays.stream(UseCases.class.getRecordComponents()).map(RecordComponent::getName))
                .as("a new use case belongs into the table of this test")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(UseCase.values())
                        .map(PermissionTest::camelCase)
                        .toList());
    }

    private static void assertRefused(UseCase useCase, Grants grants) {
        Caller caller = new Caller(new Subject("mallory"), grants, new RequestId("r-1"));

        assertThatExceptionOfType(ForbiddenException.class)
                .as("%s with %s", useCase, grants)
                .isThrownBy(() -> useCase.call(untouchable(), caller, Bench.ACME, NONE));
    }

    /** Use cases over a repository and a sealer that fail the test at any call. */
    private static UseCases untouchable() {
        return Handlers.over(
                failing(CredentialRepository.class),
                failing(SecretSealer.class),
                Bench.PLATFORM,
                new MutableClock(),
                () -> failing("next"),
                () -> 0L);
    }

    private static <T> T failing(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> failing(method.getName())));
    }

    private static String failing(String call) {
        throw new AssertionError(call + " was called for a caller without the permission");
    }

    private static String camelCase(UseCase useCase) {
        String[] words = useCase.name().toLowerCase(Locale.ROOT).split("_", 2);
        return words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}
