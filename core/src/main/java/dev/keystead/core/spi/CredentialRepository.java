package dev.keystead.core.spi;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import java.util.List;
import java.util.Optional;

/**
 * Keeps credentials, their history, the receipts of repeatable requests and the external ids. The rules that an implementation holds
 * are numbered in {@code docs/storage-contract.md} and checked by {@code storage-tck}; the numbers are cited here.
 *
 * <p>Every call sees and changes one organisation only (S-01). Implementations are safe for use by many threads (S-02). No argument and
 * no result is null. A call that cannot reach the storage throws {@link StorageUnavailableException}, within seconds rather than minutes
 * (S-03). Texts are kept exactly (S-04), instants to the millisecond (S-06), numbers over their whole range (S-07), and all values up to
 * the greatest length that their types allow (S-08). What a call that returned has written, every later call sees (S-05).
 */
public interface CredentialRepository {

    /** The credential as last committed, with its usage (S-10); empty if the organisation does not have it (S-11). */
    Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id);

    /**
     * One page of an organisation's credentials in ascending order of their ids, compared as ASCII (S-20): those behind the query's
     * position, if it has one, that pass its filter (S-21), a name prefix being literal (S-24). As many as its limit if there are so many,
     * and never more (S-22): a page that is not full is the last one. Credentials that exist throughout a walk from page to page are seen
     * exactly once, whatever is added or removed meanwhile (S-23). They are shown as they are stored (S-25). However
     * large the organisation, the pages are right (S-26).
     */
    List<CredentialSummary> list(ListQuery query);

    /**
     * One page of an organisation's history, newest (greatest id) first (S-30), of one credential or of all (S-31), in pages as those of
     * {@link #list} (S-32, S-33). Entries are kept as they were committed (S-34), those of removed credentials too (S-35).
     */
    List<HistoryEntry> history(HistoryQuery query);

    /**
     * Applies the change, the history entry and the receipt as one: all of them (S-40) or, if refused, none (S-46), visible together
     * (S-47). A commit that returns is durable as far as the storage promises it (S-41).
     *
     * <p>An update writes the changed members, the version and the last update (S-52) and leaves the rest as it is stored (S-53); a commit
     * without a change leaves the credential as it is (S-54); a removal leaves nothing of it (S-55), and its id may be created again (S-56).
     * Of several commits at once on one version, or under one receipt's key, one is applied (S-58, S-59).
     *
     * <p>The implementation may repeat it by itself after a failure that surely changed nothing, such as a deadlock.
     *
     * @throws DuplicateException if a receipt under the key exists that has not expired at the time of the entry (S-43; an expired one is
     *     replaced, S-44), checked before all else (S-48); if the id of a created credential is taken in the organisation (S-42), or that of
     *     the entry (S-57)
     * @throws StaleVersionException if the change expects another version than the current one (S-45), or the credential is not there
     *     (S-49)
     * @throws StorageUnavailableException if the storage is out of reach; it says whether the outcome is unknown
     */
    void commit(Commit commit);

    /** The receipt as committed under the key (S-51), expired or not (S-50); empty if there is none. */
    Optional<Receipt> receipt(Receipt.Key key);

    /**
     * Records a use unless a younger one is stored ({@link Usage#isOlderThan}, S-60). Neither the version nor the history change (S-61).
     * Of several uses at once the youngest is kept (S-64), and an update at the same time holds as well (S-63).
     *
     * @return false if the organisation has no such credential (S-62); true also if a younger use is stored
     */
    boolean recordUsage(OrgId org, CredentialId id, Usage usage);

    /**
     * The organisation's external id: the stored one, or else the candidate, which is stored (S-70). Of several calls at once all get
     * the same (S-71).
     */
    ExternalId externalId(OrgId org, ExternalId candidate);
}
