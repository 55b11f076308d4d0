package dev.keystead.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./x;PASSWORD=hunter2",
                "jdbc:h2:file:./x; PASSWORD=hunter2",
                "jdbc:h2:file:./x;password =hunter2;TRACE=1",
                "jdbc:h2:file:./x;PASSWORD=hunter2&hunter2 hunter2",
                "jdbc:h2:file:./x;PASSWORD=a\\;hunter2",
                "jdbc:postgresql://db/x?user=a&password=hunter2",
                "jdbc:postgresql://a:hunter2@db/x",
                "jdbc:postgresql://a:hunter2/hunter2@db/x",
                "jdbc:postgresql://a:hunter2 hunter2@db/x",
                "jdbc:postgresql://a:hunter2?hunter2@db/x",
                "jdbc:postgresql://a:12/hunter2@db/x",
                "jdbc:postgresql://db/x?user=a&password=x;hunter2",
                "jdbc:postgresql://db/x?user=a&password=x hunter2&ssl=true",
                "cannot open jdbc:h2:file:./x;PASSWORD=hunter2: gone"
            })
    void showsNoPassword(String url) {
        assertThat(StorageUrl.redacted(url)).contains("********").doesNotContain("hunter2");
        assertThat(StorageUrl.holdsPassword(url)).isTrue();
    }

    @Test
    void showsTheWordsBehindAUrlThatIsMasked() {
        String shown = "storage " + StorageUrl.redacted("jdbc:postgresql://db/x?password=hunter2") + ": out of reach";

        assertThat(StorageUrl.redacted(shown))
                .isEqualTo("storage jdbc:postgresql://db/x?password=********: out of reach");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./x",
                "memory:",
                "jdbc:postgresql://db/x?user=a",
                "jdbc:postgresql://db:5432/x?user=a@b",
                "jdbc:h2:file:./x;TRACE=1"
            })
    void showsTheRest(String url) {
        assertThat(StorageUrl.redacted(url)).isEqualTo(url);
    }
}
