package dev.keystead.performance.usual;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What the endpoints do; the secret is stored as it is, and nothing is kept of what was. */
@Service
@Transactional
class CredentialService {
    private final CredentialEntities rows;

    CredentialService(CredentialEntities rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    List<Wire.Item> list(String orgId, Pageable page) {
        return rows.findByOrgIdOrderById(orgId, page).stream()
                .map(Wire.Item::of)
                .toList();
    }

    void create(Wire.Create request) {
        CredentialEntity row = new CredentialEntity();
        row.id = UUID.randomUUID().toString();
        row.orgId = request.orgId();
        row.type = request.type();
        row.name = request.name();
        row.comments = request.comments();
        row.role = request.specific().role();
        row.tenant = request.specific().tenant();
        row.clientId = request.specific().clientId();
        row.key = request.specific().key();
        row.project = request.specific().project();
        row.createdAt = Instant.now();
        row.updatedAt = row.createdAt;
        rows.save(row);
    }

    void update(Wire.Update request) {
        CredentialEntity row = find(request.orgId(), request.id());
        if (request.data().name() != null) {
            row.name = request.data().name();
        }
        if (request.data().comments() != null) {
            row.comments = request.data().comments();
        }
        row.updatedAt = Instant.now();
    }

    void delete(Wire.Delete request) {
        rows.delete(find(request.orgId(), request.id()));
    }

    private CredentialEntity find(String orgId, String id) {
        return rows.findByOrgIdAndId(orgId, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
