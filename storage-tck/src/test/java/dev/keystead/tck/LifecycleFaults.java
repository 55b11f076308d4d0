package dev.keystead.tck;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Faults in opening, losing and closing. */
final class LifecycleFaults {
    private LifecycleFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.ofRepository("S-03", "lets the driver's failure through", LifecycleFaults::raw),
                Fault.ofRepository("S-03", "says too late that it is out of reach", LifecycleFaults::slow),
                new Fault("S-41", "forgets when closed", LifecycleFaults::forgetful),
                new Fault("S-95", "never answers a ping", LifecycleFaults::silent),
                new Fault("S-96", "migrates again and again", LifecycleFaults::restless),
                new Fault("S-97", "closes only once", LifecycleFaults::closingOnce),
                new Fault("S-99", "is never done with its migrations", LifecycleFaults::unfinished),
                Fault.ofRepository("S-98", "finds nothing once closed", LifecycleFaults::empty));
    }

    private static CredentialRepository raw(SoundStorage sound) {
        return new DelegatingRepository(sound) {
            @Override
            public List<CredentialSummary> list(ListQuery query) {
                try {
                    return super.list(query);
                } catch (StorageUnavailableException e) {
                    throw sound.isClosed() ? e : new IllegalStateException("connection reset", e);
                }
            }
        };
    }

    private static CredentialRepository slow(SoundStorage sound) {
        return new DelegatingRepository(sound) {
            @Override
            public List<CredentialSummary> list(ListQuery query) {
                try {
                    return super.list(query);
                } catch (StorageUnavailableException e) {
                    if (!sound.isClosed()) {
                        LockSupport.parkNanos(BrokenKit.PATIENCE.plusMillis(200).toNanos());
                    }
                    throw e;
                }
            }
        };
    }

    private static CredentialRepository empty(SoundStorage sound) {
        return new DelegatingRepository(sound) {
            @Override
            public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
                return sound.isClosed() ? Optional.empty() : super.find(org, id);
            }
        };
    }

    private static Storage forgetful(SoundStorage sound) {
        return new DelegatingStorage(sound) {
            @Override
            public void close() {
                sound.forget();
                super.close();
            }
        };
    }

    private static Storage silent(SoundStorage sound) {
        return new DelegatingStorage(sound) {
            @Override
            public void ping() {
                throw new StorageUnavailableException(false, null);
            }
        };
    }

    private static Storage restless(SoundStorage sound) {
        return new DelegatingStorage(sound) {
            @Override
            public List<String> migrate() {
                super.migrate();
                return List.of("did it all again");
            }
        };
    }

    private static Storage unfinished(SoundStorage sound) {
        return new DelegatingStorage(sound) {
            @Override
            public List<String> pendingMigrations() {
                return List.of("there is always something");
            }
        };
    }

    private static Storage closingOnce(SoundStorage sound) {
        return new DelegatingStorage(sound) {
            @Override
            public void close() {
                if (sound.isClosed()) {
                    throw new IllegalStateException("closed already");
                }
                super.close();
            }
        };
    }
}
