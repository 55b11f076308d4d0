package dev.keystead.performance.usual;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The endpoints. */
@RestController
@RequestMapping("/v1/organizations/credentials")
class CredentialController {
    private final CredentialService service;

    CredentialController(CredentialService service) {
        this.service = service;
    }

    @GetMapping("/list")
    Wire.Listing list(
            @AuthenticationPrincipal Jwt token,
            @RequestParam("org_id") String orgId,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        requireRole(token, orgId, "viewer", "admin");
        return new Wire.Listing(200, service.list(orgId, PageRequest.of(0, limit)));
    }

    @PostMapping("/create")
    Wire.Done create(@AuthenticationPrincipal Jwt token, @RequestBody @Valid Wire.Create request) {
        requireRole(token, request.orgId(), "admin");
        service.create(request);
        return Wire.Done.OK;
    }

    @PostMapping("/update")
    Wire.Done update(@AuthenticationPrincipal Jwt token, @RequestBody @Valid Wire.Update request) {
        requireRole(token, request.orgId(), "admin");
        service.update(request);
        return Wire.Done.OK;
    }

    @PostMapping("/delete")
    Wire.Done delete(@AuthenticationPrincipal Jwt token, @RequestBody @Valid Wire.Delete request) {
        requireRole(token, request.orgId(), "admin");
        service.delete(request);
        return Wire.Done.OK;
    }

    private static void requireRole(Jwt token, String orgId, String... sufficient) {
        Map<String, Object> orgs = token.getClaimAsMap("orgs");
        if (orgs == null
                || !(orgs.get(orgId) instanceof List<?> roles)
                || List.of(sufficient).stream().noneMatch(roles::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
