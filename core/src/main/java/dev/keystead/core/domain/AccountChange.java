package dev.keystead.core.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an update says about how an account is reached, before it is known which cloud it is in. A member that is empty stays as it
 * is. The tenant of a service principal is fixed, so there is none here.
 */
public record AccountChange(
        Optional<RoleArn> role,
        Optional<AzureClientId> clientId,
        Optional<KeyChange> key,
        Optional<ProjectId> project) {

    public AccountChange {
        if (role.isEmpty() && clientId.isEmpty() && key.isEmpty() && project.isEmpty()) {
            throw new InvalidValueException("must name at least one member");
        }
    }

    public static AccountChange role(RoleArn role) {
        return new AccountChange(Optional.of(role), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static AccountChange clientId(AzureClientId clientId) {
        return new AccountChange(Optional.empty(), Optional.of(clientId), Optional.empty(), Optional.empty());
    }

    public static AccountChange key(Secret key) {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.of(KeyChange.to(key)), Optional.empty());
    }

    public static AccountChange project(ProjectId project) {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(project));
    }

    /** The members that the change names. */
    public Set<Member> members() {
        Set<Member> members = EnumSet.noneOf(Member.class);
        role.ifPresent(value -> members.add(Member.ROLE));
        clientId.ifPresent(value -> members.add(Member.CLIENT_ID));
        key.ifPresent(value -> members.add(Member.KEY));
        project.ifPresent(value -> members.add(Member.PROJECT));
        return members;
    }
}
