package dev.keystead.core.spi;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** What a commit does to a credential. */
public sealed interface Change permits Change.Created, Change.Updated, Change.Removed, Change.Unchanged {
    OrgId org();

    CredentialId id();

    /** Applies the function of the change's own kind. */
    <R> R fold(
            Function<? super Created, ? extends R> created,
            Function<? super Updated, ? extends R> updated,
            Function<? super Removed, ? extends R> removed,
            Function<? super Unchanged, ? extends R> unchanged);

    /**
     * A new credential, of version 1 and without usage.
     *
     * @param credential what is stored
     */
    record Created(Credential<SealedSecret> credential) implements Change {
        public Created {
            if (credential.version() != 1 || !credential.usage().equals(Usage.NEVER)) {
                throw new IllegalArgumentException("a new credential has version 1 and was never used");
            }
        }

        @Override
        public OrgId org() {
            return credential.org();
        }

        @Override
        public CredentialId id() {
            return credential.id();
        }

        @Override
        public <R> R fold(
                Function<? super Created, ? extends R> created,
                Function<? super Updated, ? extends R> updated,
                Function<? super Removed, ? extends R> removed,
                Function<? super Unchanged, ? extends R> unchanged) {
            return created.apply(this);
        }
    }

    /**
     * An update. Writes the members in {@code changed}, the version and the last update, and nothing else: what is stored of the other
     * members stays as it is, even where {@code after} shows an older value (a secret that was sealed anew, a use that was reported
     * meanwhile).
     *
     * @param after the credential as it is after the update, its version already raised
     * @param changed the members that are written; may be empty
     */
    record Updated(Credential<SealedSecret> after, Set<Member> changed) implements Change {
        public Updated {
            Set<Member> copy = EnumSet.noneOf(Member.class);
            copy.addAll(changed);
            changed = Set.copyOf(copy);
            if (changed.contains(Member.TENANT)) {
                throw new IllegalArgumentException("the tenant is fixed at creation");
            }
        }

        /** The version that must be the current one. */
        public long expectedVersion() {
            return after.version() - 1;
        }

        /** What the update makes of the stored credential, for a storage that writes credentials whole. The version is not compared. */
        public Credential<SealedSecret> onto(Credential<SealedSecret> stored) {
            return Overlay.update(stored, this);
        }

        @Override
        public OrgId org() {
            return after.org();
        }

        @Override
        public CredentialId id() {
            return after.id();
        }

        @Override
        public <R> R fold(
                Function<? super Created, ? extends R> created,
                Function<? super Updated, ? extends R> updated,
                Function<? super Removed, ? extends R> removed,
                Function<? super Unchanged, ? extends R> unchanged) {
            return updated.apply(this);
        }
    }

    /**
     * A removal: nothing of the credential stays, the sealed secret least of all; its history does.
     *
     * @param expectedVersion the version that must be the current one
     */
    record Removed(OrgId org, CredentialId id, long expectedVersion) implements Change {
        @Override
        public <R> R fold(
                Function<? super Created, ? extends R> created,
                Function<? super Updated, ? extends R> updated,
                Function<? super Removed, ? extends R> removed,
                Function<? super Unchanged, ? extends R> unchanged) {
            return removed.apply(this);
        }
    }

    /**
     * No change: only the history is written (a secret was resolved), provided that the credential is still there as it was read.
     *
     * @param expectedVersion the version that must be the current one
     */
    record Unchanged(OrgId org, CredentialId id, long expectedVersion) implements Change {
        @Override
        public <R> R fold(
                Function<? super Created, ? extends R> created,
                Function<? super Updated, ? extends R> updated,
                Function<? super Removed, ? extends R> removed,
                Function<? super Unchanged, ? extends R> unchanged) {
            return unchanged.apply(this);
        }
    }
}
