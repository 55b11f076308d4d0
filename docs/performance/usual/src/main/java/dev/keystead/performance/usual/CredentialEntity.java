package dev.keystead.performance.usual;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row. */
@Entity
@Table(name = "credential", indexes = @Index(columnList = "org_id, id"))
class CredentialEntity {
    @Id
    String id = "";

    @Column(name = "org_id", nullable = false)
    String orgId = "";

    @Column(nullable = false)
    String type = "";

    @Column(nullable = false)
    String name = "";

    @Column(nullable = false)
    String comments = "";

    @Nullable
    String role;

    @Nullable
    String tenant;

    @Column(name = "client_id")
    @Nullable
    String clientId;

    @Column(name = "secret_key")
    @Nullable
    String key;

    @Nullable
    String project;

    int resources;

    @Column(name = "last_time")
    @Nullable
    Instant lastTime;

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt = Instant.EPOCH;

    @Version
    long version;
}
