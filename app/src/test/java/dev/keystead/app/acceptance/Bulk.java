package dev.keystead.app.acceptance;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.List;
import java.util.stream.IntStream;

/** Fills an organisation faster than requests could. */
public final class Bulk {
    private Bulk() {}

    /** Stores so many credentials and returns their ids in order. */
    public static List<String> load(Storage storage, String org, int count) {
        List<Credential<SealedSecret>> credentials =
                IntStream.range(0, count).mapToObj(i -> credential(org, i)).toList();
        storage.maintenance()
                .load(credentials.stream().<Item>map(Item.OfCredential::new).iterator(), false);
        return credentials.stream().map(credential -> credential.id().value()).toList();
    }

    private static Credential<SealedSecret> credential(String org, int number) {
        return new Credential<>(
                new OrgId(org),
                new CredentialId("loaded-" + (1_000_000 + number)),
                new CredentialName("a credential that was loaded, number " + number),
                Comments.NONE,
                new AwsRole<>(new RoleArn(Bodies.ROLE)),
                Usage.NEVER,
                1,
                Audit.created(TestClock.START, new Subject("ada")));
    }
}
