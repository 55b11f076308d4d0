package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {
    private static final OrgId ACME = new OrgId("acme");
    private static final OrgId GLOBEX = new OrgId("globex");

    @Test
    void addsRolesUp() {
        Grants grants = Grants.of(Map.of(ACME, EnumSet.of(Role.VIEWER, Role.AGENT)));

        assertThat(grants.allow(Permission.READ_HISTORY, ACME)).isTrue();
        assertThat(grants.allow(Permission.RESOLVE, ACME)).isTrue();
        assertThat(grants.allow(Permission.WRITE, ACME)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void grantsNothingInAnotherOrganisation(Permission permission) {
        Grants grants = Grants.of(Map.of(ACME, EnumSet.allOf(Role.class)));

        assertThat(grants.allow(permission, ACME)).isTrue();
        assertThat(grants.allow(permission, GLOBEX)).isFalse();
        assertThat(grants.allow(permission, new OrgId("Acme"))).isFalse();
        assertThat(grants.rolesIn(GLOBEX)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void grantsEverythingToTheEmbeddingProgram(Permission permission) {
        assertThat(Grants.everything().allow(permission, ACME)).isTrue();
        assertThat(Grants.everything().rolesIn(ACME)).isEmpty();
        assertThat(Grants.of(Map.of()).allow(permission, ACME)).isFalse();
    }

    @Test
    void doesNotFollowLaterChangesOfTheMap() {
        Set<Role> roles = EnumSet.of(Role.VIEWER);
        Map<OrgId, Set<Role>> map = new HashMap<>(Map.of(ACME, roles));
        Grants grants = Grants.of(map);

        roles.add(Role.OWNER);
        map.put(GLOBEX, roles);

        assertThat(grants.rolesIn(ACME)).containsExactly(Role.VIEWER);
        assertThat(grants.rolesIn(GLOBEX)).isEmpty();
    }

    @Test
    void isAValue() {
        Grants owner = Grants.of(ACME, Role.OWNER);

        assertThat(owner).isEqualTo(Grants.of(ACME, Role.OWNER)).hasSameHashCodeAs(Grants.of(ACME, Role.OWNER));
        assertThat(owner).isNotEqualTo(Grants.of(ACME, Role.ADMIN)).isNotEqualTo(ACME);
        assertThat(Grants.of(Map.of())).isNotEqualTo(Grants.everything());
        assertThat(Grants.everything().hashCode())
                .isNotEqualTo(Grants.of(Map.of()).hashCode());
        assertThat(owner).hasToString("Grants{acme=[OWNER]}");
        assertThat(Grants.everything()).hasToString("Grants[everything]");
    }

    @Test
    void letsACallerWithThePermissionPassAndNoOther() {
        Caller viewer = new Caller(new Subject("vera"), Grants.of(ACME, Role.VIEWER), new RequestId("r-1"));

        assertThatCode(() -> viewer.require(Permission.READ, ACME)).doesNotThrowAnyException();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> viewer.require(Permission.WRITE, ACME))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.FORBIDDEN));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> viewer.require(Permission.READ, GLOBEX));
    }

    @Test
    void namesTheJobOfTheEmbeddingProgram() {
        Caller job = Caller.system("nightly_1.2-x");

        assertThat(job.subject()).isEqualTo(new Subject("system:nightly_1.2-x"));
        assertThat(job.requestId()).isEqualTo(new RequestId("nightly_1.2-x"));
        assertThat(job.grants()).isEqualTo(Grants.everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "job\n", "jöb"})
    void refusesAJobThatIsNoRequestId(String job) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Caller.system(job));
    }

    @Test
    void takesSubjectAndGrantsOverFromTheToken() {
        Identity identity = new Identity(new Subject("vera"), Grants.of(ACME, Role.VIEWER));

        Caller caller = Caller.of(identity, new RequestId("r-1"));

        assertThat(caller).isEqualTo(new Caller(identity.subject(), identity.grants(), new RequestId("r-1")));
    }
}
