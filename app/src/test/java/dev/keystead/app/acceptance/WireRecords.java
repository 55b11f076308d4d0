package dev.keystead.app.acceptance;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The records into which the server reads the requests. They are none of a client's business, so that only reflection sees them. */
final class WireRecords {
    private static final String PACKAGE = "dev.keystead.http.";
    private static final Map<String, String> NAMES = Map.of(
            "/list", "ListParameters",
            "/describe", "DescribeParameters",
            "/history", "HistoryParameters",
            "/setup", "SetupParameters",
            "/create", "CreateRequest",
            "/update", "UpdateRequest",
            "/delete", "RemoveRequest",
            "/usage", "UsageRequest",
            "/resolve", "ResolveRequest");

    private WireRecords() {}

    static Set<String> endpoints() {
        return NAMES.keySet();
    }

    /** The pointers of all members or parameters that the server knows of the endpoint. */
    static Set<String> members(String endpoint) {
        Set<String> members = new TreeSet<>();
        try {
            collect("", Class.forName(PACKAGE + NAMES.get(endpoint)), members);
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
        return members;
    }

    private static void collect(String pointer, Class<?> type, Set<String> members) {
        if (type.isSealed()) {
            for (Class<?> choice : type.getPermittedSubclasses()) {
                collect(pointer, choice, members);
            }
        }
        if (type.isRecord() && type.getName().startsWith(PACKAGE)) {
            for (RecordComponent component : type.getRecordComponents()) {
                String member = pointer + "/" + wireName(component.getName());
                members.add(member);
                collect(member, component.getType(), members);
            }
        }
    }

    private static String wireName(String component) {
        return component.equals("clientId")
                ? component
                : component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
