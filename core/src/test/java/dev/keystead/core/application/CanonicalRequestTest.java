package dev.keystead.core.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.KeyChange;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CanonicalRequestTest {
    private static final AzureTenant TENANT = new AzureTenant("contoso.com");
    private static final AzureClientId CLIENT = new AzureClientId("11111111-2222-3333-4444-555555555555");
    private static final CredentialId ID = new CredentialId("id-1");

    @Test
    void isTheSameForTheSameMembers() {
        assertThat(bytes(create("prod", "", Bench.servicePrincipal())))
                .isEqualTo(bytes(create("prod", "", Bench.servicePrincipal())));
        assertThat(bytes(update(CredentialChange.name(new CredentialName("a")), "why")))
                .isEqualTo(bytes(update(CredentialChange.name(new CredentialName("a")), "why")));
        assertThat(bytes(remove("id-1", "why"))).isEqualTo(bytes(remove("id-1", "why")));
    }

    @Test
    void tellsEveryMemberOfACreationApart() {
        CloudAccount<Secret> otherTenant = new AzureServicePrincipal<>(new AzureTenant("a.b"), CLIENT, Bench.FIRST_KEY);
        CloudAccount<Secret> otherClient = new AzureServicePrincipal<>(
                TENANT, new AzureClientId("21111111-2222-3333-4444-555555555555"), Bench.FIRST_KEY);
        CloudAccount<Secret> otherKey = new AzureServicePrincipal<>(TENANT, CLIENT, Bench.SECOND_KEY);

        assertAllDiffer(Stream.of(
                create("prod", "", Bench.servicePrincipal()),
                create("prod", "noted", Bench.servicePrincipal()),
                create("test", "", Bench.servicePrincipal()),
                create("prod", "", otherTenant),
                create("prod", "", otherClient),
                create("prod", "", otherKey),
                create("prod", "", Bench.awsRole()),
                create("prod", "", new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Other"))),
                create("prod", "", Bench.gcpProject()),
                create("prod", "", new GcpProject<>(new ProjectId("other-project")))));
    }

    @Test
    void tellsShiftedMembersApart() {
        assertAllDiffer(Stream.of(
                create("prod", "ab", Bench.awsRole()),
                create("proda", "b", Bench.awsRole()),
                create("prodab", "", Bench.awsRole())));
        assertAllDiffer(Stream.of(remove("id-1", "why"), remove("id-1w", "hy"), remove("id-", "1why")));
    }

    @Test
    void tellsAbsentMembersFromEmptyOnesAndFromOneAnother() {
        CredentialName name = new CredentialName("a");

        assertAllDiffer(Stream.of(
                update(CredentialChange.name(name), ""),
                update(CredentialChange.name(name), "a"),
                update(CredentialChange.comments(Comments.NONE), ""),
                update(CredentialChange.comments(new Comments("a")), ""),
                update(new CredentialChange(Optional.of(name), Optional.of(Comments.NONE), Optional.empty()), ""),
                update(CredentialChange.account(AccountChange.key(Secret.of("a"))), ""),
                update(CredentialChange.account(AccountChange.key(Secret.of("b"))), ""),
                update(CredentialChange.account(keepKey()), ""),
                update(CredentialChange.account(AccountChange.clientId(CLIENT)), ""),
                update(
                        CredentialChange.account(AccountChange.role(new RoleArn("arn:aws:iam::123456789012:role/R"))),
                        ""),
                update(CredentialChange.account(AccountChange.project(new ProjectId("my-project"))), "")));
    }

    @Test
    void tellsOperationsApart() {
        assertThat(create("prod", "", Bench.awsRole()).operation()).isEqualTo(Receipt.Operation.CREATE);
        assertThat(update(CredentialChange.comments(Comments.NONE), "").operation())
                .isEqualTo(Receipt.Operation.UPDATE);
        assertThat(remove("id-1", "").operation()).isEqualTo(Receipt.Operation.REMOVE);
        assertThat(bytes(remove("id-1", ""))).endsWith("REMOVE");
    }

    @Test
    void countsNeitherPreconditionNorTheWishToSeeTheCredential() {
        UpdateCredential.Command plain =
                UpdateCredential.Command.of(Bench.ACME, ID, CredentialChange.comments(Comments.NONE), Bench.WHY);
        UpdateCredential.Command conditional = new UpdateCredential.Command(
                Bench.ACME, ID, plain.change(), Bench.WHY, Precondition.version(3), Optional.of(Idempotency.of("k-1")));

        assertThat(bytes(CanonicalRequest.of(conditional))).isEqualTo(bytes(CanonicalRequest.of(plain)));
    }

    @Test
    void handsOutACopyOfItsBytes() {
        CanonicalRequest request = remove("id-1", "why");
        byte[] before = request.bytes();

        request.bytes()[0] ^= 1;

        assertThat(request.bytes()).isEqualTo(before);
    }

    private static void assertAllDiffer(Stream<CanonicalRequest> requests) {
        List<String> all = requests.map(CanonicalRequestTest::bytes).toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    private static AccountChange keepKey() {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.of(KeyChange.KEEP), Optional.empty());
    }

    private static String bytes(CanonicalRequest request) {
        return new String(request.bytes(), ISO_8859_1);
    }

    private static CanonicalRequest create(String name, String comments, CloudAccount<Secret> account) {
        return CanonicalRequest.of(new CreateCredential.Command(
                Bench.ACME, new CredentialName(name), new Comments(comments), account, Optional.empty()));
    }

    private static CanonicalRequest update(CredentialChange change, String reason) {
        return CanonicalRequest.of(UpdateCredential.Command.of(Bench.ACME, ID, change, new Reason(reason)));
    }

    private static CanonicalRequest remove(String id, String reason) {
        return CanonicalRequest.of(RemoveCredential.Command.of(Bench.ACME, new CredentialId(id), new Reason(reason)));
    }
}
