package dev.keystead.tck;

import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Faults in loading. */
final class LoadFaults {
    private LoadFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.ofMaintenance("S-88", "writes item by item", Piecemeal::new),
                Fault.ofMaintenance("S-89", "never replaces an external id", Shy::new),
                Fault.ofMaintenance("S-90", "calls every duplicate a credential", Miscalling::new),
                Fault.ofMaintenance("S-91", "loads entries without the changed members", Lossy::new));
    }

    private static final class Piecemeal extends DelegatingMaintenance {
        Piecemeal(Storage sound) {
            super(sound);
        }

        @Override
        public void load(Iterator<Item> items, boolean replace) {
            items.forEachRemaining(item -> super.load(List.of(item).iterator(), replace));
        }
    }

    private static final class Shy extends DelegatingMaintenance {
        Shy(Storage sound) {
            super(sound);
        }

        @Override
        public void load(Iterator<Item> items, boolean replace) {
            List<Item> written = new ArrayList<>();
            items.forEachRemaining(item -> {
                if (!(replace && isStoredExternalId(item))) {
                    written.add(item);
                }
            });
            super.load(written.iterator(), replace);
        }

        private boolean isStoredExternalId(Item item) {
            return item instanceof Item.OfExternalId of && externalId(of.org()).isPresent();
        }
    }

    private static final class Miscalling extends DelegatingMaintenance {
        Miscalling(Storage sound) {
            super(sound);
        }

        @Override
        public void load(Iterator<Item> items, boolean replace) {
            try {
                super.load(items, replace);
            } catch (DuplicateException e) {
                throw new DuplicateException(DuplicateException.Of.CREDENTIAL);
            }
        }
    }

    private static final class Lossy extends DelegatingMaintenance {
        Lossy(Storage sound) {
            super(sound);
        }

        @Override
        public void load(Iterator<Item> items, boolean replace) {
            List<Item> written = new ArrayList<>();
            items.forEachRemaining(item -> written.add(withoutChanged(item)));
            super.load(written.iterator(), replace);
        }

        private static Item withoutChanged(Item item) {
            return item instanceof Item.OfHistory of
                    ? new Item.OfHistory(
                            EntryBuilder.like(of.entry()).changing(Set.of()).build())
                    : item;
        }
    }
}
