package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.SIGNER;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A test of some rules, run once on every storage. Each test has an organisation of its own. */
@ParameterizedClass(name = "{0}")
@MethodSource("storages")
@ExtendWith(SharedServers.class)
abstract class AcceptanceTest {
    private static final AtomicInteger ORGS = new AtomicInteger();

    /** All of them; what is seen of a mounted or a secured server alone is seen over one. */
    static Stream<StorageKind> storages() {
        return Serving.isUnusual() ? Stream.of(StorageKind.MEMORY) : Stream.of(StorageKind.values());
    }

    @Parameter
    StorageKind kind;

    TestServer server;
    String org;
    Client anonymous;

    /** Ada, who may write. */
    Client admin;

    /** The worker. */
    Client agent;

    @BeforeEach
    void beginWithAnEmptyOrganisation() {
        server.clock().reset();
        org = newOrg();
        anonymous = Client.of(server.port());
        admin = as("ada", "admin");
        agent = as("worker", "agent");
    }

    static String newOrg() {
        return "org-" + ORGS.incrementAndGet();
    }

    /** A client whose token grants the roles in the test's organisation. */
    Client as(String subject, String... roles) {
        return bearing(Claims.of(subject).in(org, roles));
    }

    /** A client whose token has the claims. */
    Client bearing(Claims claims) {
        return anonymous.bearing(SIGNER.sign(claims));
    }

    String createAws(String name) {
        return admin.post("/create", Bodies.aws(org, name)).id();
    }

    String createAzure(String name) {
        return admin.post("/create", Bodies.azure(org, name)).id();
    }

    String createGcp(String name) {
        return admin.post("/create", Bodies.gcp(org, name)).id();
    }

    Reply list() {
        return admin.get("/list?org_id=" + org);
    }

    Reply describe(String id) {
        return admin.get("/describe?org_id=" + org + "&credential_id=" + id);
    }

    Reply history() {
        return admin.get("/history?org_id=" + org);
    }

    Reply setup(String type) {
        return admin.get("/setup?org_id=" + org + "&type=" + type);
    }

    Reply update(String id, String data) {
        return admin.post("/update", Bodies.update(org, id, data));
    }

    Reply remove(String id) {
        return admin.post("/delete", Bodies.remove(org, id));
    }
}
