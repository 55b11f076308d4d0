package dev.keystead.http;

import dev.keystead.core.domain.InvalidValueException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS 1.2 and 1.3 by a certificate whose files may change while it is in use. Connections that there are then keep the old one. */
final class Tls {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final TlsFiles files;
    private ServerIdentity current;
    private String lastProblem = "";

    /**
     * Reads the files.
     *
     * @throws InvalidValueException if they cannot be used
     */
    Tls(TlsFiles files) {
        this.files = files;
        this.current = ServerIdentity.in(files);
        context.setKeyStore(current.keyStore());
        context.setKeyStorePassword("");
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setCipherComparator(HTTP2Cipher.COMPARATOR);
        context.setRenegotiationAllowed(false);
        warnIfExpired();
    }

    private void warnIfExpired() {
        Instant end = current.validUntil();
        if (end.isBefore(Instant.now())) {
            LOG.warn("The certificate in {} expired at {}: clients will refuse it", files.certificate(), end);
        }
    }

    /** What the engine makes connections with. */
    SslContextFactory.Server context() {
        return context;
    }

    /** Looks at the files again and again while the server runs that this is a part of. */
    LifeCycle watch(Scheduler scheduler, Duration betweenLooks) {
        return new Watch(scheduler, betweenLooks);
    }

    private void takeIfChanged() throws Exception {
        ServerIdentity seen = ServerIdentity.in(files);
        if (!seen.isSameAs(current)) {
            KeyStore keys = seen.keyStore();
            context.reload(same -> context.setKeyStore(keys));
            current = seen;
            LOG.info("TLS uses the new certificate in {}", files.certificate());
            warnIfExpired();
        }
        lastProblem = "";
    }

    private void tellOnce(String problem) {
        if (!problem.equals(lastProblem)) {
            LOG.error("TLS keeps the certificate in use: {}", problem);
        }
        lastProblem = problem;
    }

    private final class Watch extends AbstractLifeCycle {
        private final Scheduler scheduler;
        private final Duration betweenLooks;

        Watch(Scheduler scheduler, Duration betweenLooks) {
            this.scheduler = scheduler;
            this.betweenLooks = betweenLooks;
        }

        @Override
        protected void doStart() {
            lookLater();
        }

        private void lookLater() {
            scheduler.schedule(this::look, betweenLooks.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void look() {
            try {
                takeIfChanged();
            } catch (InvalidValueException refused) {
                tellOnce(String.valueOf(refused.getMessage()));
            } catch (Exception unexpected) {
                tellOnce(unexpected.getClass().getName());
            }
            if (isRunning()) {
                lookLater();
            }
        }
    }
}
