package dev.keystead.jdbc;

import dev.keystead.core.spi.Storage;
import dev.keystead.tck.CredentialRepositoryTck;

class H2MemoryConformanceTest extends CredentialRepositoryTck {
    @Override
    protected Storage openStorage() {
        return Fixture.open("jdbc:h2:mem:");
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
