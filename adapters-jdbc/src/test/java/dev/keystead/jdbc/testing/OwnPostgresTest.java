package dev.keystead.jdbc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnPostgresTest {
    @Test
    void triesAnotherPortWhenSomebodyElseAnswersAtItsOwn() throws IOException {
        int taken = Postgres.port();
        AtomicInteger attempts = new AtomicInteger();

        try (EmbeddedPostgres own = OwnPostgres.start(() -> attempts.incrementAndGet() == 1
                ? EmbeddedPostgres.builder().setPort(taken)
                : EmbeddedPostgres.builder())) {
            assertThat(own.getPort()).isNotEqualTo(taken);
            assertThat(attempts).hasValue(2);
        }
    }
}
