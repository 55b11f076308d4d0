package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads of several batches. */
class LoadTest {
    private static final int MANY = 1_201;

    private Storage storage;

    @BeforeEach
    void openStorage() {
        storage = Fixture.openMigrated("jdbc:h2:mem:");
    }

    @AfterEach
    void closeStorage() {
        storage.close();
    }

    @Test
    void loadsMoreThanOneBatch() {
        storage.maintenance().load(items("first").iterator(), false);

        assertThat(stored()).hasSize(MANY);
    }

    @Test
    void replacesMoreThanOneBatch() {
        storage.maintenance().load(items("first").iterator(), false);

        storage.maintenance().load(items("second").iterator(), true);

        assertThat(stored())
                .hasSize(MANY)
                .allSatisfy(credential -> assertThat(AccountColumns.secretOf(credential.account()))
                        .contains(new SealedSecret("kid-1", "second")));
    }

    @Test
    void undoesEarlierBatchesWhenALaterOneIsRefused() {
        Stream<Item> withADuplicate =
                Stream.concat(items("first"), items("first").limit(1));

        assertThatThrownBy(() -> storage.maintenance().load(withADuplicate.iterator(), false))
                .isInstanceOf(DuplicateException.class);

        assertThat(stored()).isEmpty();
    }

    @Test
    void undoesEarlierBatchesWhenTheItemsEndInAFailure() {
        Stream<Item> broken = Stream.concat(items("first"), Stream.generate(() -> {
            throw new IllegalStateException("the file ends early");
        }));

        assertThatThrownBy(() -> storage.maintenance().load(broken.iterator(), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the file ends early");

        assertThat(stored()).isEmpty();
    }

    private List<Credential<SealedSecret>> stored() {
        return storage.maintenance().scan(Optional.empty(), MANY + 1);
    }

    private static Stream<Item> items(String sealedValue) {
        return IntStream.range(0, MANY).mapToObj(i -> new Item.OfCredential(Fixture.credential("c-" + i, sealedValue)));
    }
}
