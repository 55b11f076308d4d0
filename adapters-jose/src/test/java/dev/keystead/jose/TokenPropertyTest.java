package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.Identity;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.TokenVerifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A token says to the reader what it said to the writer, whatever that is. Set the system property fuzz.seed to repeat a run. */
class TokenPropertyTest {
    private static final int ROUNDS = 300;
    private static final List<Role> ROLES = List.of(Role.values());
    private static final String ID = "ABCxyz019._:@|-";

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RandomJson json = new RandomJson(random);
    private final TokenVerifier verifier = TestVerifiers.over(TestKeys.P256);

    @Test
    void readsTheSubjectAndTheGrantsOfEveryToken() {
        for (int round = 0; round < ROUNDS; round++) {
            Subject subject = subject();
            Map<OrgId, Set<Role>> roles = roles();
            Map<String, @Nullable Object> claims =
                    new LinkedHashMap<>(json.object(6).members());
            claims.put("iss", TokenBuilder.ISSUER);
            claims.put("aud", random.nextBoolean() ? TokenBuilder.AUDIENCE : audiences());
            claims.put("sub", subject.value());
            claims.put("exp", (double) ManualClock.START.getEpochSecond() + random.nextInt(1_000_000));
            claims.put("orgs", claimed(roles));
            claims.keySet().removeAll(Set.of("nbf", "iat"));
            String text = json.text(new JsonObject(claims));

            Identity identity = verifier.verify(aToken().signedWith("ES256", TestKeys.P256)
                    .payloadText(text)
                    .build());

            assertThat(identity).as("seed %d: %s", seed, text).isEqualTo(new Identity(subject, Grants.of(roles)));
        }
    }

    private Subject subject() {
        String text = json.string()
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Subject("s" + text);
    }

    private Map<OrgId, Set<Role>> roles() {
        Map<OrgId, Set<Role>> roles = new HashMap<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            String id = random.ints(1 + random.nextInt(128), 0, ID.length())
                    .collect(StringBuilder::new, (text, i) -> text.append(ID.charAt(i)), StringBuilder::append)
                    .toString();
            Set<Role> some = EnumSet.of(anyRole(), anyRole(), anyRole());
            roles.put(new OrgId(id), some);
        }
        return roles;
    }

    private Role anyRole() {
        return ROLES.get(random.nextInt(ROLES.size()));
    }

    /** The roles as a claim, with others that nobody knows among them. */
    private static JsonObject claimed(Map<OrgId, Set<Role>> roles) {
        Map<String, @Nullable Object> claim = new LinkedHashMap<>();
        roles.forEach((org, some) -> {
            List<@Nullable Object> names = new ArrayList<>(List.of("superuser", "Owner"));
            some.forEach(role -> names.add(role.roleName()));
            claim.put(org.value(), some.size() == 1 ? names.get(2) : names);
        });
        claim.put("no organisation", "owner");
        return new JsonObject(claim);
    }

    private List<@Nullable Object> audiences() {
        List<@Nullable Object> audiences = new ArrayList<>(List.of(TokenBuilder.AUDIENCE));
        for (int count = random.nextInt(4); count > 0; count--) {
            audiences.add(random.nextInt(audiences.size()), json.string());
        }
        return audiences;
    }
}
