package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2UrlTest {
    @Test
    void replacesSettingsThatWouldLoseCommits() {
        H2Url url = H2Url.parse("jdbc:h2:file:/data/keystead;write_delay=500;DB_CLOSE_ON_EXIT=TRUE");

        assertThat(url.effective().split(";"))
                .contains("jdbc:h2:file:/data/keystead", "WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE")
                .doesNotContain("write_delay=500", "WRITE_DELAY=500", "DB_CLOSE_ON_EXIT=TRUE");
    }

    @Test
    void keepsOtherSettingsOfTheUser() {
        H2Url url = H2Url.parse("jdbc:h2:mem:trial;LOCK_TIMEOUT=250;INIT=SET SCHEMA PUBLIC\\;SET SCHEMA PUBLIC");

        assertThat(url.effective())
                .contains(";LOCK_TIMEOUT=250;")
                .contains(";INIT=SET SCHEMA PUBLIC\\;SET SCHEMA PUBLIC");
    }

    @Test
    void closesAFileWithItsLastConnectionButLeavesMemoryToTheUser() {
        assertThat(H2Url.parse("jdbc:h2:./keystead;DB_CLOSE_DELAY=-1").effective())
                .contains(";DB_CLOSE_DELAY=0")
                .doesNotContain("-1");
        assertThat(H2Url.parse("jdbc:h2:mem:trial;DB_CLOSE_DELAY=-1").effective())
                .contains(";DB_CLOSE_DELAY=-1");
    }

    @Test
    void takesThePasswordOut() {
        H2Url url = H2Url.parse("jdbc:h2:mem:trial;PASSWORD=planted-password");

        assertThat(url.take("PASSWORD")).contains("planted-password");
        assertThat(url.effective()).doesNotContain("planted-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:tcp://host/db;PASSWORD=planted", "jdbc:h2:ssl://host/db;PASSWORD=planted"})
    void refusesDatabasesOfOtherProcesses(String url) {
        assertThatThrownBy(() -> H2Url.parse(url))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("not supported")
                .hasMessageNotContaining("planted");
    }

    @Test
    void refusesToShareAFile() {
        assertThatThrownBy(() -> H2Url.parse("jdbc:h2:file:/data/keystead;AUTO_SERVER=TRUE"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("AUTO_SERVER is not supported: an H2 file belongs to one process");
    }
}
