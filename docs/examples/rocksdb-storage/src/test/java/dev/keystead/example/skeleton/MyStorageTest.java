package dev.keystead.example.skeleton;

import dev.keystead.core.spi.Storage;
import dev.keystead.tck.CredentialRepositoryTck;

class MyStorageTest extends CredentialRepositoryTck {
    @Override
    protected Storage openStorage() {
        return new MyStorage();
    }
}
