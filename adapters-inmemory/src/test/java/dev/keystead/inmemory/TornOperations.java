package dev.keystead.inmemory;

import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.CredentialRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The same on a repository with one fault: it looks for an external id, and only then, when another may be there, puts its own. */
public class TornOperations extends RepositoryOperations {
    public TornOperations() {
        super(torn(new InMemoryStorage().repository()));
    }

    private static CredentialRepository torn(CredentialRepository sound) {
        Map<OrgId, ExternalId> stored = new ConcurrentHashMap<>();
        return (CredentialRepository) Proxy.newProxyInstance(
                CredentialRepository.class.getClassLoader(),
                new Class<?>[] {CredentialRepository.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("externalId")) {
                        ExternalId known = stored.get((OrgId) arguments[0]);
                        if (known == null) {
                            LockSupport.parkNanos(1_000); // the gap, made a little wider
                            stored.put((OrgId) arguments[0], (ExternalId) arguments[1]);
                        }
                        return known == null ? arguments[1] : known;
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
