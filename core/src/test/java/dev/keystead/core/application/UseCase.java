package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.Role;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.DescribeCredential;
import dev.keystead.core.usecase.DescribeSetup;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.ListHistory;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.ReportUsage;
import dev.keystead.core.usecase.ResolveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import dev.keystead.core.usecase.UseCases;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Every use case, with the roles that the contract's table lets do it. */
enum UseCase {
    LIST_CREDENTIALS(
            EnumSet.of(Role.OWNER, Role.ADMIN, Role.PLANNER, Role.VIEWER, Role.AGENT),
            (all, caller, org, id) -> all.listCredentials().list(caller, ListCredentials.Query.all(org))),
    DESCRIBE_CREDENTIAL(
            EnumSet.of(Role.OWNER, Role.ADMIN, Role.PLANNER, Role.VIEWER, Role.AGENT),
            (all, caller, org, id) -> all.describeCredential().describe(caller, new DescribeCredential.Query(org, id))),
    CREATE_CREDENTIAL(
            EnumSet.of(Role.OWNER, Role.ADMIN),
            (all, caller, org, id) -> all.createCredential()
                    .create(
                            caller,
                            new CreateCredential.Command(
                                    org,
                                    Bench.NAME,
                                    Comments.NONE,
                                    Bench.servicePrincipal(),
                                    Optional.of(Idempotency.of("k-1"))))),
    UPDATE_CREDENTIAL(
            EnumSet.of(Role.OWNER, Role.ADMIN),
            (all, caller, org, id) -> all.updateCredential()
                    .update(
                            caller,
                            new UpdateCredential.Command(
                                    org,
                                    id,
                                    CredentialChange.name(Bench.NAME),
                                    Bench.WHY,
                                    Precondition.NONE,
                                    Optional.of(Idempotency.of("k-1"))))),
    REMOVE_CREDENTIAL(
            EnumSet.of(Role.OWNER, Role.ADMIN),
            (all, caller, org, id) -> all.removeCredential()
                    .remove(
                            caller,
                            new RemoveCredential.Command(
                                    org, id, Bench.WHY, Precondition.NONE, Optional.of(Idempotency.of("k-1"))))),
    LIST_HISTORY(
            EnumSet.of(Role.OWNER, Role.ADMIN, Role.VIEWER),
            (all, caller, org, id) -> all.listHistory().list(caller, ListHistory.Query.latest(org))),
    RESOLVE_CREDENTIAL(
            EnumSet.of(Role.AGENT),
            (all, caller, org, id) -> all.resolveCredential()
                    .resolve(caller, new ResolveCredential.Command(org, id, new Purpose("scan")))),
    REPORT_USAGE(
            EnumSet.of(Role.OWNER, Role.ADMIN, Role.AGENT),
            (all, caller, org, id) ->
                    all.reportUsage().report(caller, new ReportUsage.Command(org, id, 1, Optional.empty()))),
    DESCRIBE_SETUP(
            EnumSet.of(Role.OWNER, Role.ADMIN),
            (all, caller, org, id) ->
                    all.describeSetup().describe(caller, new DescribeSetup.Query(org, CloudType.AWS)));

    private final Set<Role> allowed;
    private final Call call;

    UseCase(Set<Role> allowed, Call call) {
        this.allowed = Set.copyOf(allowed);
        this.call = call;
    }

    /** The roles that may do it. */
    Set<Role> allowed() {
        return EnumSet.copyOf(allowed);
    }

    /** The roles that may not. */
    Set<Role> refused() {
        return EnumSet.complementOf(EnumSet.copyOf(allowed));
    }

    void call(UseCases useCases, Caller caller, OrgId org, CredentialId id) {
        call.on(useCases, caller, org, id);
    }

    @FunctionalInterface
    private interface Call {
        void on(UseCases useCases, Caller caller, OrgId org, CredentialId id);
    }
}
