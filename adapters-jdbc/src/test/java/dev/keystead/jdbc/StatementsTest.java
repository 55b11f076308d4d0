package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.DescribeCredential;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.ReportUsage;
import dev.keystead.core.usecase.ResolveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import dev.keystead.jdbc.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What each use case asks of the database, so that no statement and no transaction comes to it unnoticed. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"H2", "PostgreSQL"})
class StatementsTest {
    private static final Pattern FORM = Pattern.compile("^(?:SELECT .*? FROM|INSERT INTO|UPDATE|DELETE FROM) (\\w+)");
    private static final OrgId ORG = Fixture.ORG;
    private static final Caller CALLER = Caller.system("test");

    @Parameter
    String database;

    private Connection open;
    private ObservedDataSource observed;
    private Storage storage;
    private Keystead keystead;

    @BeforeEach
    void migrate() throws SQLException {
        DataSource source = source();
        open = source.getConnection();
        observed = new ObservedDataSource(source);
        storage = JdbcStorage.over(observed);
        storage.migrate();
        keystead = Keystead.builder()
                .repository(storage.repository())
                .sealer(new Unsealed())
                .build();
        begin();
    }

    private DataSource source() {
        if (database.equals("H2")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:statements");
            return h2;
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setURL(Postgres.newSchema());
        return postgres;
    }

    @AfterEach
    void close() throws SQLException {
        storage.close();
        open.close();
    }

    @Test
    void listsWithOneRead() {
        create(Optional.empty());
        begin();

        keystead.listCredentials().list(CALLER, ListCredentials.Query.all(ORG));

        assertThat(asked()).containsExactly("SELECT credential");
        assertThat(observed.commits).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void describesWithOneRead() {
        CredentialId id = create(Optional.empty());
        begin();

        keystead.describeCredential().describe(CALLER, new DescribeCredential.Query(ORG, id));

        assertThat(asked()).containsExactly("SELECT credential");
    }

    @Test
    void createsInOneTransaction() {
        create(Optional.empty());

        assertThat(asked()).containsExactly("INSERT credential", "INSERT history");
        assertThat(observed.commits).hasValue(1);
    }

    @Test
    void keepsAReceiptInTheSameTransaction() {
        create(Optional.of(new Idempotency(new IdempotencyKey("once"), false)));

        assertThat(asked()).containsExactly("SELECT receipt", "INSERT receipt", "INSERT credential", "INSERT history");
    }

    @Test
    void updatesWithOneReadAndOneTransaction() {
        CredentialId id = create(Optional.empty());
        begin();

        keystead.updateCredential()
                .update(
                        CALLER,
                        UpdateCredential.Command.of(
                                ORG, id, CredentialChange.comments(new Comments("new")), Reason.NONE));

        assertThat(asked()).containsExactly("SELECT credential", "UPDATE credential", "INSERT history");
        assertThat(observed.commits).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void removesWithOneReadAndOneTransaction() {
        CredentialId id = create(Optional.empty());
        begin();

        keystead.removeCredential().remove(CALLER, RemoveCredential.Command.of(ORG, id, Reason.NONE));

        assertThat(asked()).containsExactly("SELECT credential", "DELETE credential", "INSERT history");
    }

    @Test
    void resolvesWithOneReadAndOneTransaction() {
        CredentialId id = create(Optional.empty());
        begin();

        keystead.resolveCredential().resolve(CALLER, new ResolveCredential.Command(ORG, id, new Purpose("test")));

        assertThat(asked()).containsExactly("SELECT credential", "INSERT history");
    }

    @Test
    void reportsUsageWithOneWrite() {
        CredentialId id = create(Optional.empty());
        begin();

        keystead.reportUsage().report(CALLER, new ReportUsage.Command(ORG, id, 7, Optional.empty()));

        assertThat(asked()).containsExactly("UPDATE credential");
    }

    private CredentialId create(Optional<Idempotency> idempotency) {
        return keystead.createCredential()
                .create(
                        CALLER,
                        new CreateCredential.Command(
                                ORG,
                                new CredentialName("Production"),
                                Comments.NONE,
                                new AzureServicePrincipal<>(
                                        new AzureTenant("contoso.com"),
                                        new AzureClientId("11111111-2222-3333-4444-555555555555"),
                                        Secret.of("nothing")),
                                idempotency))
                .credential()
                .id();
    }

    private void begin() {
        observed.statements.clear();
        observed.commits.set(0);
    }

    /** The statements by what they do and to which table. */
    private List<String> asked() {
        return observed.statements.stream()
                .map(String::strip)
                .map(sql -> FORM.matcher(sql.replaceAll("\\s+", " "))
                        .results()
                        .findFirst()
                        .map((MatchResult form) -> sql.split("\\s", 2)[0] + " " + form.group(1))
                        .orElse(sql))
                .toList();
    }

    /** Seals nothing: this is about what is asked of the database. */
    private static final class Unsealed implements SecretSealer {
        @Override
        public SealedSecret seal(Secret secret, SecretBinding binding) {
            return new SealedSecret("none", secret.reveal());
        }

        @Override
        public Secret open(SealedSecret sealed, SecretBinding binding) {
            return Secret.of(sealed.value());
        }

        @Override
        public Fingerprint fingerprint(byte[] request) {
            return new Fingerprint("none", "same");
        }

        @Override
        public boolean matches(Fingerprint fingerprint, byte[] request) {
            return true;
        }
    }
}
