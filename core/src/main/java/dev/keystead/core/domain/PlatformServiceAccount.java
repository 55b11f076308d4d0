package dev.keystead.core.domain;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The service account of Google Cloud by which the platform connects: one for all organisations, or one for each.
 *
 * <p>The id of an organisation goes into the address as it is, never shortened, hashed or put into lower case: two organisations never
 * share an account, and the worker finds the account of one without asking. In front of the {@code @} it cannot lead into another
 * project.
 *
 * @param value the address of a service account, in whose name {@code {org}} may stand once for the id of the organisation
 */
public record PlatformServiceAccount(String value) {
    private static final String ORG = "{org}";
    private static final int MAX_NAME = 30;

    public PlatformServiceAccount {
        int org = value.indexOf(ORG);
        boolean fitsSome = IntStream.rangeClosed(1, MAX_NAME)
                .mapToObj("a"::repeat)
                .anyMatch(id -> GcpServiceAccount.is(withOrg(value, org, id)));
        if (org > value.indexOf('@') || !fitsSome) {
            throw new InvalidValueException("must be the address of a service account, such as"
                    + " NAME@PROJECT.iam.gserviceaccount.com, in whose name {org} may stand once");
        }
    }

    /** True if each organisation has an account of its own. */
    public boolean oneForEachOrganisation() {
        return value.contains(ORG);
    }

    /** The account for the organisation; empty if its id does not fit into the name of one. */
    public Optional<GcpServiceAccount> of(OrgId org) {
        return Optional.of(withOrg(value, value.indexOf(ORG), org.value()))
                .filter(GcpServiceAccount::is)
                .map(GcpServiceAccount::new);
    }

    private static String withOrg(String template, int position, String id) {
        return position < 0
                ? template
                : template.substring(0, position) + id + template.substring(position + ORG.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
