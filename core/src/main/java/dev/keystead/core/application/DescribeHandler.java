package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.usecase.DescribeCredential;

final class DescribeHandler implements DescribeCredential {
    private final CredentialRepository repository;

    DescribeHandler(CredentialRepository repository) {
        this.repository = repository;
    }

    @Override
    public Credential<MaskedSecret> describe(Caller caller, Query query) {
        caller.require(Permission.READ, query.org());
        return repository
                .find(query.org(), query.id())
                .orElseThrow(CredentialNotFoundException::new)
                .masked();
    }
}
