package dev.keystead.core.domain;

import java.util.Optional;

/** The members of a credential that a request can set, by the path that requests and the history name them with. */
public enum Member {
    NAME("name"),
    COMMENTS("comments"),
    ROLE("specific.role"),
    TENANT("specific.tenant"),
    CLIENT_ID("specific.clientId"),
    KEY("specific.key"),
    PROJECT("specific.project");

    private final String path;

    Member(String path) {
        this.path = path;
    }

    /** The dotted path, such as {@code specific.clientId}. */
    public String path() {
        return path;
    }

    /** The member with this path; empty if there is none. */
    public static Optional<Member> of(String path) {
        for (Member member : values()) {
            if (member.path.equals(path)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }
}
