package dev.keystead.performance.steps;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.Outcome;
import dev.keystead.core.usecase.UpdateCredential;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The use cases over an H2 file that loses nothing: a page of twenty, and commits that are on disk when they return. */
@State(Scope.Benchmark)
public class Registry {
    private static final Caller CALLER = Caller.system("benchmark");
    private static final OrgId LISTED = new OrgId("acme");
    private static final OrgId CREATED = new OrgId("created");
    private static final int PAGE = 20;

    private Storage storage = new JdbcStorageProvider().open(StorageConfig.of("jdbc:h2:mem:"));
    private Keystead keystead = over(storage);
    private CredentialId changed = new CredentialId("none");
    private int count;

    @Setup
    public void open() throws IOException {
        storage.close();
        storage = new JdbcStorageProvider()
                .open(StorageConfig.of(
                        "jdbc:h2:file:" + Files.createTempDirectory("registry").resolve("keystead")));
        storage.migrate();
        keystead = over(storage);
        for (int i = 0; i < PAGE; i++) {
            changed = create(LISTED).credential().id();
        }
    }

    @TearDown
    public void close() {
        storage.close();
    }

    @Benchmark
    public int list() {
        ListCredentials.Listing page = keystead.listCredentials()
                .list(
                        CALLER,
                        new ListCredentials.Query(
                                LISTED, CredentialFilter.ALL, Optional.of(new PageLimit(PAGE)), Optional.empty()));
        int length = 0;
        for (var credential : page.credentials()) {
            length += credential.name().value().length();
        }
        return length;
    }

    @Benchmark
    public Outcome create() {
        return create(CREATED);
    }

    @Benchmark
    public Outcome update() {
        count++;
        return keystead.updateCredential()
                .update(
                        CALLER,
                        UpdateCredential.Command.of(
                                LISTED,
                                changed,
                                CredentialChange.comments(new Comments("change " + count)),
                                Reason.NONE));
    }

    private Outcome create(OrgId org) {
        return keystead.createCredential()
                .create(
                        CALLER,
                        CreateCredential.Command.of(
                                org,
                                new CredentialName("Production"),
                                new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Keystead"))));
    }

    private static Keystead over(Storage storage) {
        return Keystead.builder()
                .repository(storage.repository())
                .sealer(Jose.sealer(KeySet.generate()))
                .build();
    }
}
