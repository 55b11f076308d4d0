package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsReaderTest {
    private static final Grants NOTHING = Grants.of(Map.of());
    private static final OrgId ACME = new OrgId("acme");
    private static final OrgId GLOBEX = new OrgId("globex");

    @Test
    void readsRolesOfEveryOrganisation() {
        assertThat(read("{'orgs':{'acme':'admin','globex':['viewer','agent']}}"))
                .isEqualTo(Grants.of(Map.of(ACME, Set.of(Role.ADMIN), GLOBEX, Set.of(Role.VIEWER, Role.AGENT))));
    }

    @Test
    void knowsEveryRoleByItsName() {
        for (Role role : Role.values()) {
            assertThat(read("{'orgs':{'acme':'" + role.roleName() + "'}}")).isEqualTo(Grants.of(ACME, role));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orgs':{'acme':['admin','root','Owner','']}}",
                "{'orgs':{'acme':['admin','admin']}}",
                "{'orgs':{'acme':'admin','globex':'root'}}",
                "{'orgs':{'acme':'admin','globex':['viewer',7]}}",
                "{'orgs':{'acme':'admin','globex':{'role':'viewer'}}}",
                "{'orgs':{'acme':'admin','globex':null}}",
                "{'orgs':{'acme':'admin','globex':true}}",
                "{'orgs':{'acme':'admin','globex':[]}}",
                "{'orgs':{'acme':'admin','globex':[['viewer']]}}",
                "{'orgs':{'acme':'admin','globex':'viewer agent'}}",
                "{'orgs':{'acme':'admin','glo bex':'viewer'}}",
                "{'orgs':{'acme':'admin','':'viewer'}}",
                "{'orgs':{'acme':'admin'},'org_id':'globex','role':'viewer'}",
                "{'org_id':'acme','role':'admin'}",
                "{'org_id':'acme','role':['admin']}",
                "{'org_id':'acme','role':['root','admin']}",
            })
    void grantsWhatItUnderstands(String claims) {
        assertThat(read(claims)).isEqualTo(Grants.of(ACME, Role.ADMIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'orgs':{}}",
                "{'orgs':null}",
                "{'orgs':null,'org_id':'acme','role':'admin'}",
                "{'orgs':[],'org_id':'acme','role':'admin'}",
                "{'orgs':'acme','org_id':'acme','role':'admin'}",
                "{'orgs':['acme']}",
                "{'orgs':[{'acme':'admin'}]}",
                "{'orgs':{'acme':'Admin'}}",
                "{'orgs':{'acme':' admin'}}",
                "{'orgs':{'acme':['admin',null]}}",
                "{'org_id':'acme'}",
                "{'role':'admin'}",
                "{'org_id':'acme','role':null}",
                "{'org_id':null,'role':'admin'}",
                "{'org_id':7,'role':'admin'}",
                "{'org_id':['acme'],'role':'admin'}",
                "{'org_id':'a/b','role':'admin'}",
                "{'org_id':'acme','role':{'admin':true}}",
                "{'org_id':'acme','role':['admin',1]}",
                "{'roles':['admin'],'org':'acme'}",
            })
    void grantsNothingElse(String claims) {
        assertThat(read(claims)).isEqualTo(NOTHING);
    }

    @Test
    void looksForClaimsByLiteralName() {
        ClaimNames names = new ClaimNames("https://x.example/orgs", "org", "r.o.l.e");

        assertThat(read("{'https://x.example/orgs':{'acme':'admin'}}", names)).isEqualTo(Grants.of(ACME, Role.ADMIN));
        assertThat(read("{'org':'acme','r.o.l.e':'admin'}", names)).isEqualTo(Grants.of(ACME, Role.ADMIN));
        assertThat(read("{'orgs':{'acme':'admin'}}", names)).isEqualTo(NOTHING);
        assertThat(read("{'r':{'o':{'l':{'e':'admin'}}},'org':'acme'}", names)).isEqualTo(NOTHING);
    }

    @Test
    void looksForClaimsByPointer() {
        ClaimNames names = new ClaimNames("/ext/a~1b/m~0n/~01", "/org/0", "/realm_access/roles");

        assertThat(read("{'ext':{'a/b':{'m~n':{'~1':{'acme':'admin'}}}}}", names))
                .isEqualTo(Grants.of(ACME, Role.ADMIN));
        assertThat(read("{'org':['acme','globex'],'realm_access':{'roles':['admin','offline_access']}}", names))
                .isEqualTo(Grants.of(ACME, Role.ADMIN));
        assertThat(read("{'ext':{'a/b':{'m~n':{'~1':null}}},'org':['acme'],'realm_access':{'roles':'admin'}}", names))
                .isEqualTo(NOTHING);
        assertThat(read("{'/ext/a~1b/m~0n/~01':{'acme':'admin'}}", names)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/2",
                "/a/00",
                "/a/01",
                "/a/-",
                "/a/-1",
                "/a/+1",
                "/a/1e0",
                "/a/99999999999",
                "/a/",
                "/b",
                "/a/1/x",
                "/",
                "//"
            })
    void findsNothingBesideThePath(String pointer) throws MalformedException {
        JsonObject claims = StrictJson.object("{\"a\":[1,2]}".getBytes(UTF_8));

        assertThat(ClaimPath.of(pointer).in(claims)).isEmpty();
    }

    @Test
    void findsByIndexAndByEmptyName() throws MalformedException {
        JsonObject claims = StrictJson.object("{\"a\":[1,2],\"\":{\"\":3},\"n\":null}".getBytes(UTF_8));

        assertThat(ClaimPath.of("/a/0").in(claims)).contains(new ClaimPath.Found(1.0));
        assertThat(ClaimPath.of("/a/1").in(claims)).contains(new ClaimPath.Found(2.0));
        assertThat(ClaimPath.of("//").in(claims)).contains(new ClaimPath.Found(3.0));
        assertThat(ClaimPath.of("/n").in(claims)).contains(new ClaimPath.Found(null));
        assertThat(ClaimPath.of("n").in(claims)).contains(new ClaimPath.Found(null));
        assertThat(ClaimPath.of("a/0").in(claims)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/a~", "/a~2", "/~", "/a/~/b"})
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> new ClaimNames(name, "org_id", "role")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ClaimNames("orgs", name, "role")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ClaimNames("orgs", "org_id", name)).isInstanceOf(InvalidValueException.class);
    }

    private static Grants read(String claims) {
        return read(claims, ClaimNames.DEFAULT);
    }

    private static Grants read(String claims, ClaimNames names) {
        try {
            return new GrantsReader(names)
                    .read(StrictJson.object(claims.replace('\'', '"').getBytes(UTF_8)));
        } catch (MalformedException e) {
            throw new IllegalArgumentException(claims, e);
        }
    }
}
