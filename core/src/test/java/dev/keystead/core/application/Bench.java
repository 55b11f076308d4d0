package dev.keystead.core.application;

import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.domain.PlatformServiceAccount;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.Outcome;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import dev.keystead.core.usecase.UseCases;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The use cases over fakes, with a clock that stands still and ids that count. */
final class Bench {
    static final OrgId ACME = new OrgId("acme");
    static final OrgId GLOBEX = new OrgId("globex");
    static final Subject ADA = new Subject("ada");
    static final Caller ADMIN = caller(ADA, Role.ADMIN);
    static final Caller AGENT = caller(new Subject("worker"), Role.AGENT);
    static final Secret FIRST_KEY = Secret.of("p8Q~first");
    static final Secret SECOND_KEY = Secret.of("p8Q~second");
    static final CredentialName NAME = new CredentialName("prod");
    static final Reason WHY = new Reason("asked for");

    static final PlatformAccounts PLATFORM = new PlatformAccounts(
            Optional.of(new AwsAccountId("210987654321")),
            Optional.of(new PlatformServiceAccount("worker@platform-1.iam.gserviceaccount.com")));

    final FakeRepository repository = new FakeRepository();
    final FakeSealer sealer = new FakeSealer();
    final MutableClock clock = new MutableClock();
    final AtomicInteger pauses = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    final UseCases useCases = Handlers.over(repository, sealer, PLATFORM, clock, this::nextId, this::noPause);

    static Caller caller(Subject subject, Role role) {
        return new Caller(subject, Grants.of(ACME, role), new RequestId("request-1"));
    }

    static CloudAccount<Secret> awsRole() {
        return new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Reader"));
    }

    static CloudAccount<Secret> servicePrincipal() {
        return new AzureServicePrincipal<>(
                new AzureTenant("contoso.com"), new AzureClientId("11111111-2222-3333-4444-555555555555"), FIRST_KEY);
    }

    static CloudAccount<Secret> gcpProject() {
        return new GcpProject<>(new ProjectId("my-project"));
    }

    CredentialId created(CloudAccount<Secret> account) {
        return create(account).credential().id();
    }

    Outcome create(CloudAccount<Secret> account) {
        return useCases.createCredential().create(ADMIN, CreateCredential.Command.of(ACME, NAME, account));
    }

    Outcome create(CloudAccount<Secret> account, Idempotency idempotency) {
        return useCases.createCredential()
                .create(
                        ADMIN,
                        new CreateCredential.Command(ACME, NAME, Comments.NONE, account, Optional.of(idempotency)));
    }

    Outcome update(CredentialId id, CredentialChange change) {
        return useCases.updateCredential().update(ADMIN, UpdateCredential.Command.of(ACME, id, change, WHY));
    }

    Outcome update(CredentialId id, CredentialChange change, Precondition precondition) {
        return useCases.updateCredential()
                .update(ADMIN, new UpdateCredential.Command(ACME, id, change, WHY, precondition, Optional.empty()));
    }

    Outcome update(CredentialId id, CredentialChange change, Idempotency idempotency) {
        return useCases.updateCredential()
                .update(
                        ADMIN,
                        new UpdateCredential.Command(
                                ACME, id, change, WHY, Precondition.NONE, Optional.of(idempotency)));
    }

    void remove(CredentialId id) {
        useCases.removeCredential().remove(ADMIN, RemoveCredential.Command.of(ACME, id, WHY));
    }

    RemoveCredential.Removal remove(CredentialId id, Idempotency idempotency) {
        return useCases.removeCredential()
                .remove(
                        ADMIN,
                        new RemoveCredential.Command(ACME, id, WHY, Precondition.NONE, Optional.of(idempotency)));
    }

    Credential<SealedSecret> stored(CredentialId id) {
        return repository.find(ACME, id).orElseThrow();
    }

    HistoryEntry lastEntry() {
        return repository.history.get(repository.history.size() - 1);
    }

    private String nextId() {
        return "id-%06d".formatted(ids.incrementAndGet());
    }

    private long noPause() {
        pauses.incrementAndGet();
        return 0;
    }
}
