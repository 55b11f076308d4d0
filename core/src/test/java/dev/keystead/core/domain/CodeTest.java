package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that the wire and the storage know: changing one breaks clients and stored rows. */
class CodeTest {
    @ParameterizedTest
    @CsvSource({"AWS,aws", "AZURE,azure", "GCP,gcp"})
    void namesTheClouds(CloudType type, String code) {
        assertThat(type.code()).isEqualTo(code);
        assertThat(CloudType.of(code)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"CREATED,created", "UPDATED,updated", "REMOVED,removed", "RESOLVED,resolved"})
    void namesTheEvents(HistoryEvent event, String code) {
        assertThat(event.code()).isEqualTo(code);
        assertThat(HistoryEvent.of(code)).contains(event);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,name",
        "COMMENTS,comments",
        "ROLE,specific.role",
        "TENANT,specific.tenant",
        "CLIENT_ID,specific.clientId",
        "KEY,specific.key",
        "PROJECT,specific.project"
    })
    void namesTheMembers(Member member, String path) {
        assertThat(member.path()).isEqualTo(path);
        assertThat(Member.of(path)).contains(member);
    }

    @Test
    void namesEachOfThem() {
        assertThat(CloudType.values()).hasSize(3);
        assertThat(HistoryEvent.values()).hasSize(4);
        assertThat(Member.values()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AWS", "Created", "specific", "gap", "specific.ROLE", "updated\n"})
    void knowsNoOtherNames(String code) {
        assertThat(CloudType.of(code)).isEmpty();
        assertThat(HistoryEvent.of(code)).isEmpty();
        assertThat(Member.of(code)).isEmpty();
    }
}
