package dev.keystead.app.wiring;

import dev.keystead.app.config.AuthOptions;
import dev.keystead.app.config.ConfigurationException;
import dev.keystead.app.config.ServerConfig;
import dev.keystead.app.config.StorageOptions;
import dev.keystead.app.config.TlsOptions;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.http.TlsFiles;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.TokenKeyCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks what a server would start with, end to end, and changes nothing of what is stored. */
public final class Doctor {
    /** Half of what tokens are allowed. */
    private static final Duration TOLERABLE_SKEW = Duration.ofSeconds(30);

    private final ServerConfig config;
    private final Clock clock;
    private final Consumer<Finding> report;
    private boolean fine = true;

    private Doctor(ServerConfig config, Clock clock, Consumer<Finding> report) {
        this.config = config;
        this.clock = clock;
        this.report = report;
    }

    /**
     * Makes all checks, each whatever became of the others.
     *
     * @param report told of each as it is made
     * @return whether all is fine
     */
    public static boolean examine(ServerConfig config, Clock clock, Consumer<Finding> report) {
        Doctor doctor = new Doctor(config, clock, report);
        Optional<KeySet> keys = doctor.keySet();
        doctor.storage(keys);
        config.http().tls().ifPresent(doctor::tls);
        doctor.clock(doctor.tokenKeys(config.auth()));
        return doctor.fine;
    }

    private Optional<KeySet> keySet() {
        try {
            KeySet keys = KeySet.read(config.keySet());
            List<String> ids = keys.keyIds();
            fine(
                    "key set",
                    config.keySet() + ": " + ids.get(0) + " seals, " + counted(ids.size(), "key") + " can open");
            return Optional.of(keys);
        } catch (InvalidValueException wrong) {
            wrong("key set", wrong.getMessage());
            return Optional.empty();
        }
    }

    private void storage(Optional<KeySet> keys) {
        StorageOptions options = config.storage();
        try (Storage storage = OpenStorage.open(options, clock)) {
            OpenStorage.attempt(options, () -> {
                storage.ping();
                return storage;
            });
            fine("storage", options.shownUrl() + " answers");
            List<String> pending = OpenStorage.attempt(options, storage::pendingMigrations);
            schema(pending);
            if (keys.isPresent() && pending.isEmpty()) {
                StoredSecrets.Look look =
                        OpenStorage.attempt(options, () -> StoredSecrets.look(storage.maintenance(), keys.get()));
                report(new Finding(look.fine(), "stored secrets", look.text()));
            }
        } catch (StartException | ConfigurationException failure) {
            wrong("storage", String.valueOf(failure.getMessage()));
        }
    }

    private void schema(List<String> pending) {
        if (pending.isEmpty()) {
            fine("schema", "up to date");
        } else if (config.storage().migrate()) {
            fine("schema", "serve will bring it up to date: " + String.join(", ", pending));
        } else {
            wrong("schema", "run keystead migrate, as storage-migrate is false: " + String.join(", ", pending));
        }
    }

    private void tls(TlsOptions options) {
        try {
            Instant end = new TlsFiles(options.certificate(), options.privateKey()).validUntil();
            report(new Finding(
                    end.isAfter(clock.instant()),
                    "certificate",
                    options.certificate() + ": " + (end.isAfter(clock.instant()) ? "expires " : "expired ") + end));
        } catch (InvalidValueException wrong) {
            wrong("certificate", wrong.getMessage());
        }
    }

    private Optional<Instant> tokenKeys(AuthOptions auth) {
        try {
            TokenKeyCheck check = Jose.check(auth.keys());
            String refused = check.refused().isEmpty() ? "" : "; " + String.join("; ", check.refused());
            fine("token keys", check.place() + ": " + counted(check.usable(), "key") + refused);
            return check.servedAt();
        } catch (InvalidValueException wrong) {
            wrong("token keys", wrong.getMessage());
            return Optional.empty();
        }
    }

    private void clock(Optional<Instant> servedAt) {
        Instant now = clock.instant();
        if (servedAt.isEmpty()) {
            fine("clock", "it is " + now + "; there is no other clock to compare it with");
            return;
        }
        Duration ahead = Duration.between(servedAt.get(), now);
        String text = ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                + " the server of the token keys";
        if (ahead.abs().compareTo(TOLERABLE_SKEW) <= 0) {
            fine("clock", text);
        } else {
            wrong("clock", text + ": set it, for tokens are refused that are 60 s off");
        }
    }

    private void fine(String subject, String text) {
        report(new Finding(true, subject, text));
    }

    private void wrong(String subject, String text) {
        report(new Finding(false, subject, text));
    }

    private void report(Finding finding) {
        fine &= finding.fine();
        report.accept(finding);
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
