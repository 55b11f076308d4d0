package dev.keystead.tck;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All faults: at least one for each rule. */
final class Faults {
    /** No fault, for control. */
    static final Fault NONE = new Fault("S-00", "none", sound -> sound);

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(
                        ValueFaults.all(),
                        ReadFaults.all(),
                        HistoryFaults.all(),
                        ApplyFaults.all(),
                        RefuseFaults.all(),
                        RaceFaults.all(),
                        ReportFaults.all(),
                        MaintenanceFaults.all(),
                        LoadFaults.all(),
                        LifecycleFaults.all())
                .flatMap(Collection::stream)
                .toList();
    }

    static Fault named(String name) {
        return Stream.concat(Stream.of(NONE), all().stream())
                .filter(fault -> fault.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
