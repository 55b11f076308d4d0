package dev.keystead.app.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.inmemory.InMemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on the way leaves nothing that looks whole. */
class ExportFailuresTest {
    private final Storage stored = new InMemoryStorage();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void storeEverything() {
        Samples.load(stored, Samples.everything());
    }

    @Test
    void writesNoTrailerWhenTheStorageIsLost() {
        Storage lost = withHistory(page -> {
            throw new StorageUnavailableException(false, null);
        });

        assertThatThrownBy(() -> export(lost, out)).isInstanceOf(StorageUnavailableException.class);

        assertThat(out.toString(UTF_8)).contains("\"kind\":\"credential\"").doesNotContain("trailer");
    }

    @Test
    void writesNoTrailerWhenTheStorageKeepsNoOrder() {
        Storage disordered = withHistory(page -> {
            List<HistoryEntry> backwards = new ArrayList<>(page);
            Collections.reverse(backwards);
            return backwards;
        });

        assertThatThrownBy(() -> export(disordered, out))
                .isInstanceOf(TransferException.class)
                .hasMessageStartingWith("the storage gives something twice, or not in order");

        assertThat(out.toString(UTF_8)).doesNotContain("trailer");
    }

    @Test
    void saysThatItCannotBeWritten() {
        assertThatThrownBy(() -> export(stored, new Full(true)))
                .isInstanceOf(TransferException.class)
                .hasMessage("the export cannot be written");
        assertThatThrownBy(() -> export(stored, new Full(false)))
                .isInstanceOf(TransferException.class)
                .hasMessage("the export cannot be written");
    }

    private static void export(Storage storage, OutputStream out) {
        Export.write(storage, Optional.empty(), out, Samples.SILENT);
    }

    /** The stored, but for the pages of the history. */
    @SuppressWarnings("unchecked")
    private Storage withHistory(UnaryOperator<List<HistoryEntry>> pages) {
        CredentialRepository repository = proxy(
                CredentialRepository.class,
                (proxy, method, args) -> method.getName().equals("history")
                        ? pages.apply((List<HistoryEntry>) method.invoke(stored.repository(), args))
                        : method.invoke(stored.repository(), args));
        return proxy(
                Storage.class,
                (proxy, method, args) ->
                        method.getName().equals("repository") ? repository : method.invoke(stored, args));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Takes nothing, and says so at once or when it is flushed. */
    private static final class Full extends OutputStream {
        private final boolean atOnce;

        Full(boolean atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public void write(int octet) throws IOException {
            if (atOnce) {
                throw new IOException("full");
            }
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("full");
        }
    }
}
