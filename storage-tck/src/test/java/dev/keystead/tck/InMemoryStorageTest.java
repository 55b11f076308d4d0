package dev.keystead.tck;

import dev.keystead.core.spi.Storage;
import dev.keystead.inmemory.InMemoryStorage;

/** The storage in memory passes the kit, with the hooks as they are but for the one that says that it forgets. */
class InMemoryStorageTest extends CredentialRepositoryTck {
    @Override
    protected Storage openStorage() {
        return new InMemoryStorage();
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
