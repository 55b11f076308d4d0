package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A commit that can be seen already and is not in the file yet: a process that is killed now loses it. */
@Timeout(30)
class H2PromiseTest {
    private static final long A_WHILE_MILLIS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LARGE = "sealed".repeat(100_000);
    private static final ExternalId FIRST = new ExternalId("1".repeat(32));
    private static final ExternalId SECOND = new ExternalId("2".repeat(32));

    @TempDir
    private Path directory;

    private final ExecutorService many = Executors.newCachedThreadPool();
    private HeldWrites writes = new HeldWrites();
    private Storage storage;

    @BeforeEach
    void openTheFileOnTwoConnections() throws Exception {
        storage = new JdbcStorageProvider()
                .open(new StorageConfig(
                        TappedFilePath.url(directory, writes),
                        Optional.empty(),
                        Optional.empty(),
                        2,
                        StorageConfig.Sync.COMMIT,
                        Clock.systemUTC()));
        storage.migrate();
        useBoth();
    }

    /** A connection that is used for the first time waits for the store, whatever it is used for. */
    private void useBoth() throws Exception {
        Commit commit = Fixture.creation("first");
        CompletableFuture<?> one = inBackground(() -> committed(commit));
        CompletableFuture<?> other = CompletableFuture.runAsync(storage::ping);
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
        writes.letGo.countDown();
        one.get();
        other.get();
        writes = new HeldWrites();
        TappedFilePath.url(directory, writes);
    }

    @AfterEach
    void closeTheFile() {
        writes.letGo.countDown();
        storage.close();
        many.shutdownNow();
    }

    @Test
    void showsNoReceiptOfACommitThatIsNotInTheFile() throws Exception {
        Receipt receipt =
                Fixture.receipt("key", Fixture.credential("one", "sealed").masked(), Fixture.NOW.plusSeconds(60));
        Commit creation = Fixture.creation("one");
        Commit commit = new Commit(creation.change(), creation.entry(), Optional.of(receipt));

        CompletableFuture<?> first = inBackground(() -> committed(commit));
        CompletableFuture<Optional<Receipt>> found =
                whileItIsWritten(() -> storage.repository().receipt(receipt.key()));

        writes.letGo.countDown();
        assertThat(found.get()).contains(receipt);
        first.get();
    }

    @Test
    void answersNoExternalIdThatIsNotInTheFile() throws Exception {
        CompletableFuture<ExternalId> first =
                inBackground(() -> storage.repository().externalId(Fixture.ORG, FIRST));

        CompletableFuture<ExternalId> second =
                whileItIsWritten(() -> storage.repository().externalId(Fixture.ORG, SECOND));

        writes.letGo.countDown();
        assertThat(second.get()).isEqualTo(FIRST);
        assertThat(first.get()).isEqualTo(FIRST);
    }

    @Test
    void writesForThoseWhoWaitBeforeItIsClosed() throws Exception {
        writes.heldFrom = 0;
        List<CompletableFuture<Commit>> commits = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> committed(Fixture.creation("c" + i)), many))
                .toList();
        assertThat(writes.held.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> end = CompletableFuture.runAsync(storage::close, many);
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);

        writes.letGo.countDown();

        end.get();
        assertThat(commits).allSatisfy(H2PromiseTest::requireKnownOutcome);
        assertThat(commits).anySatisfy(commit -> assertThat(commit).isCompleted());
    }

    @Test
    void tellsThoseWhoWaitForADiskThatDoesNotAnswerThatTheOutcomeIsUnknown() throws Exception {
        CompletableFuture<Commit> first = inBackground(() -> committed(Fixture.creation("waits")));
        CompletableFuture<Commit> second =
                CompletableFuture.supplyAsync(() -> committed(Fixture.creation("later")), many);

        assertThat(first).failsWithin(PATIENCE).withThrowableThat().matches(H2PromiseTest::outcomeUnknown);
        assertThat(second).failsWithin(PATIENCE).withThrowableThat().matches(failure -> !outcomeUnknown(failure));
        writes.letGo.countDown();

        committed(Fixture.creation("next"));
        assertThat(inTheFile("waits", "later", "next")).containsExactly("waits", "next");
    }

    @Test
    void answersAllIfTheDiskDoesNotWhileMoreWaitsThanThereIsRoomFor() throws Exception {
        HeldWrites small = writes;
        CompletableFuture<?> first = inBackground(() -> committed(Fixture.creation("small")));
        CompletableFuture<?>[] commits = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> committed(Fixture.creation("c" + i, LARGE)), many))
                .toArray(CompletableFuture[]::new);
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
        writes = new HeldWrites();
        writes.heldFrom = LARGE.length();
        TappedFilePath.url(directory, writes);
        small.letGo.countDown();

        assertThat(first).succeedsWithin(PATIENCE);
        assertThatThrownBy(() -> CompletableFuture.allOf(commits).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(ExecutionException.class);
        assertThat(writes.held.getCount()).isZero();
    }

    @Test
    void goesOnWhenAThreadThatWaitsIsInterrupted() throws Exception {
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        CompletableFuture<Commit> first = inBackground(() -> {
            waiting.complete(Thread.currentThread());
            try {
                return committed(Fixture.creation("interrupted"));
            } finally {
                stillInterrupted.set(Thread.interrupted());
            }
        });

        waiting.get().interrupt();

        assertThat(first).failsWithin(PATIENCE).withThrowableThat().matches(H2PromiseTest::outcomeUnknown);
        assertThat(stillInterrupted).isTrue();
        writes.letGo.countDown();
        committed(Fixture.creation("next"));
        assertThat(inTheFile("interrupted", "next")).containsExactly("interrupted", "next");
    }

    private static boolean outcomeUnknown(Throwable refused) {
        return ((StorageUnavailableException) refused.getCause()).outcomeUnknown();
    }

    /** Of a copy, as a process that is killed now would leave the file. */
    private List<String> inTheFile(String... ids) throws IOException {
        Path copy = Files.createDirectory(directory.resolve("copy"));
        Files.copy(directory.resolve("keystead.mv.db"), copy.resolve("keystead.mv.db"));
        try (Storage left = Fixture.open(Fixture.fileUrl(copy))) {
            return Arrays.stream(ids)
                    .filter(id -> left.repository()
                            .find(Fixture.ORG, new CredentialId(id))
                            .isPresent())
                    .toList();
        }
    }

    /** Done, or not even begun because the storage was closed before. */
    private static void requireKnownOutcome(CompletableFuture<Commit> commit) throws InterruptedException {
        try {
            commit.get();
        } catch (ExecutionException refused) {
            assertThat(outcomeUnknown(refused)).isFalse();
        }
    }

    private Commit committed(Commit commit) {
        storage.repository().commit(commit);
        return commit;
    }

    private <R> CompletableFuture<R> inBackground(Supplier<R> commit) throws InterruptedException {
        writes.heldFrom = 0;
        CompletableFuture<R> result = CompletableFuture.supplyAsync(commit);
        assertThat(writes.held.await(10, TimeUnit.SECONDS))
                .as("the commit is being written")
                .isTrue();
        return result;
    }

    /** Asks, and makes sure that there is no answer yet. */
    private static <R> CompletableFuture<R> whileItIsWritten(Supplier<R> question) {
        CompletableFuture<R> answer = CompletableFuture.supplyAsync(question);
        assertThatThrownBy(() -> answer.get(A_WHILE_MILLIS, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        return answer;
    }

    private static final class HeldWrites implements TappedFilePath.Tap {
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);
        private volatile int heldFrom = Integer.MAX_VALUE; // bytes

        @Override
        public void writing(long position, ByteBuffer bytes) {
            if (bytes.remaining() >= heldFrom) {
                held.countDown();
                try {
                    letGo.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
