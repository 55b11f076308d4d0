package dev.keystead.jose;

/**
 * The claims in which tokens say what their subject may do. Each is a literal top-level name or, where it begins with {@code /}, a JSON
 * pointer (RFC 6901), such as {@code /realm_access/roles}.
 *
 * @param orgs an object: organisation id to role or array of roles
 * @param org one organisation id; looked at in tokens without the claim {@code orgs}
 * @param role the role or array of roles in that one organisation
 */
public record ClaimNames(String orgs, String org, String role) {
    public static final ClaimNames DEFAULT = new ClaimNames("orgs", "org_id", "role");

    /**
     * Names the claims.
     *
     * @throws dev.keystead.core.domain.InvalidValueException if one is blank, or begins with {@code /} and is no JSON pointer
     */
    public ClaimNames {
        ClaimPath.of(orgs);
        ClaimPath.of(org);
        ClaimPath.of(role);
    }
}
