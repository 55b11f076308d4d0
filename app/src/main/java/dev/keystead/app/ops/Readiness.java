package dev.keystead.app.ops;

import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.TokenVerifier;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a server can answer requests: once it listens and until it ends, while its storage answers and it has token keys. Safe for use by many threads. */
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final Storage storage;
    private final TokenVerifier tokens;
    private volatile Phase phase = Phase.STARTING;

    public Readiness(Storage storage, TokenVerifier tokens) {
        this.storage = storage;
        this.tokens = tokens;
    }

    /** The server listens. */
    public void started() {
        phase = Phase.LISTENING;
    }

    /** The server lets running requests finish and takes no new ones. */
    public void ending() {
        phase = Phase.ENDING;
    }

    /** What keeps it from answering requests, a line each; empty if nothing does. Asks the storage, which may take a few seconds. */
    List<String> problems() {
        if (phase != Phase.LISTENING) {
            return List.of(phase.problem);
        }
        List<String> problems = new ArrayList<>();
        if (!tokens.isReady()) {
            problems.add("no token keys yet");
        }
        if (!storageAnswers()) {
            problems.add("the storage does not answer");
        }
        return problems;
    }

    private boolean storageAnswers() {
        try {
            storage.ping();
            return true;
        } catch (RuntimeException | Error lost) {
            LOG.debug("the storage does not answer", lost);
            return false;
        }
    }

    private enum Phase {
        STARTING("starting"),
        LISTENING(""),
        ENDING("ending");

        private final String problem;

        Phase(String problem) {
            this.problem = problem;
        }
    }
}
