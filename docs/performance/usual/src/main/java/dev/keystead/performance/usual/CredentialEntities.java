package dev.keystead.performance.usual;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rows. */
interface CredentialEntities extends JpaRepository<CredentialEntity, String> {
    List<CredentialEntity> findByOrgIdOrderById(String orgId, Pageable page);

    Optional<CredentialEntity> findByOrgIdAndId(String orgId, String id);
}
