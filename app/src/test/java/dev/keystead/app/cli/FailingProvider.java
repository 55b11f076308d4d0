package dev.keystead.app.cli;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.spi.StorageProvider;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** A stranger's storage that is empty, and one of whose methods fails: {@code failing:METHOD:HOW}. */
public final class FailingProvider implements StorageProvider {
    /** For the service loader. */
    public FailingProvider() {}

    @Override
    public String scheme() {
        return "failing";
    }

    @Override
    public Storage open(StorageConfig config) {
        String[] words = config.url().split(":", 3);
        return failing(Storage.class, words[1], How.valueOf(words[2]));
    }

    private static <T> T failing(Class<T> type, String method, How how) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) ->
                        called.getName().equals(method) ? how.fail() : answer(called.getReturnType(), method, how)));
    }

    /** What an empty storage says. */
    private static Object answer(Class<?> type, String method, How how) {
        if (type == CredentialRepository.class || type == StorageMaintenance.class) {
            return failing(type, method, how);
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type == int.class ? Integer.valueOf(0) : type == boolean.class ? Boolean.FALSE : null;
    }

    /** What a method does that fails. */
    enum How {
        STATE(IllegalStateException.class) {
            @Override
            Object fail() {
                throw new IllegalStateException("planted\nin two lines");
            }
        },
        UNSUPPORTED(UnsupportedOperationException.class) {
            @Override
            Object fail() {
                throw new UnsupportedOperationException("planted");
            }
        },
        SERVICE(ServiceConfigurationError.class) {
            @Override
            Object fail() {
                throw new ServiceConfigurationError("planted");
            }
        },
        ASSERTION(AssertionError.class) {
            @Override
            Object fail() {
                throw new AssertionError("planted");
            }
        },
        NULL(NullPointerException.class) {
            @Override
            Object fail() {
                return null;
            }
        };

        final Class<? extends Throwable> told;

        How(Class<? extends Throwable> told) {
            this.told = told;
        }

        abstract Object fail();
    }
}
