package dev.keystead.app.transfer;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.Optional;

/**
 * Counts items, and sees to it that they come in the one order that an export has: organisations ascending; in each the credentials by
 * ascending id, the history by descending id, then the external id. So nothing comes twice, without a memory of what came before. Not
 * safe for use by many threads.
 */
final class Sequence {
    private Optional<Place> last = Optional.empty();
    private Counts counts = Counts.NONE;

    /**
     * Takes the next item.
     *
     * @throws InvalidValueException if it does not come behind the one before
     */
    void accept(Item item) {
        Place place = placeOf(item);
        if (!last.map(place::isBehind).orElse(true)) {
            throw new InvalidValueException("comes twice, or not in the order of an export");
        }
        boolean another = !last.map(before -> before.org().equals(place.org())).orElse(false);
        counts = new Counts(
                counts.organizations() + (another ? 1 : 0),
                counts.credentials() + (place.kind() == Kind.CREDENTIAL ? 1 : 0),
                counts.history() + (place.kind() == Kind.HISTORY ? 1 : 0),
                counts.externalIds() + (place.kind() == Kind.EXTERNAL_ID ? 1 : 0));
        last = Optional.of(place);
    }

    Counts counts() {
        return counts;
    }

    /** The organisation that an item is of. */
    static OrgId orgOf(Item item) {
        return placeOf(item).org();
    }

    private static Place placeOf(Item item) {
        return item.fold(
                of -> new Place(
                        of.credential().org(),
                        Kind.CREDENTIAL,
                        of.credential().id().value()),
                of -> new Place(of.entry().org(), Kind.HISTORY, of.entry().id().value()),
                of -> new Place(of.org(), Kind.EXTERNAL_ID, ""));
    }

    private record Place(OrgId org, Kind kind, String id) {
        boolean isBehind(Place before) {
            int organizations = org.compareTo(before.org);
            if (organizations != 0) {
                return organizations > 0;
            }
            if (kind != before.kind) {
                return kind.compareTo(before.kind) > 0;
            }
            return kind == Kind.HISTORY ? id.compareTo(before.id) < 0 : id.compareTo(before.id) > 0;
        }
    }
}
