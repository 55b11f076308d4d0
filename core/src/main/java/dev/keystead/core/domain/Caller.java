package dev.keystead.core.domain;

/**
 * Who calls a use case, what they may do, and the request that it belongs to.
 *
 * @param subject who acts, as the history will name them
 * @param grants what they may do
 * @param requestId ties the history to the request
 */
public record Caller(Subject subject, Grants grants, RequestId requestId) {
    public static Caller of(Identity identity, RequestId requestId) {
        return new Caller(identity.subject(), identity.grants(), requestId);
    }

    /**
     * The embedding program itself, with every permission in every organisation.
     *
     * @param job what the history names: the subject is {@code system:<job>} and the request id the job, so it has 1 to 64 of
     *     {@code A-Z a-z 0-9 . _ -}
     */
    public static Caller system(String job) {
        return new Caller(new Subject("system:" + job), Grants.everything(), new RequestId(job));
    }

    /**
     * Passes a caller who has the permission in the organisation.
     *
     * @throws ForbiddenException if the caller has not
     */
    public void require(Permission permission, OrgId org) {
        if (!grants.allow(permission, org)) {
            throw new ForbiddenException();
        }
    }
}
