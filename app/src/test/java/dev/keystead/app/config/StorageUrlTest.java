package dev.keystead.app.config;

import static org.assertj.core.api.Assertions.assertThat;

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
                "cannot open jdbc:h2:file:./x;PASSWORD=hunter2: gone"
            })
    void showsNoPassword(String url) {
        assertThat(StorageUrl.redacted(url)).contains("********").doesNotContain("hunter2");
        assertThat(StorageUrl.holdsPassword(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./x", "memory:", "jdbc:postgresql://db/x?user=a", "jdbc:h2:file:./x;TRACE=1"})
    void showsTheRest(String url) {
        assertThat(StorageUrl.redacted(url)).isEqualTo(url);
    }
}
