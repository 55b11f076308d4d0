package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    @ParameterizedTest
    @CsvSource({"client_id,clientId", "CLIENTID,clientId", "tennant,tenant", "kye,key", "orgid,org_id"})
    void namesTheKnownNameThatIsClose(String name, String meant) {
        String said = Suggestions.unknown("member", name, Set.of("clientId", "tenant", "key", "org_id"));

        assertThat(said).isEqualTo("unknown member, did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({"role", "kex2", "x", "''", "tenancies"})
    void saysNothingMoreOfANameThatIsFar(String name) {
        assertThat(Suggestions.unknown("member", name, Set.of("clientId", "tenant", "key")))
                .isEqualTo("unknown member");
    }
}
