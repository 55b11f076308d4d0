package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON objects: any, and such that look like requests. */
final class RandomBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One good request of each kind. */
    static final List<String> REQUESTS = List.of("""
            {"org_id":"acme","type":"aws","name":"one","specific":{"role":"arn:aws:iam::123456789012:role/x"},"comments":"c"}""", """
            {"org_id":"acme","type":"azure","name":"two","specific":{"tenant":"example.com",
             "clientId":"11111111-2222-3333-4444-555555555555","key":"hunter2"}}""", """
            {"org_id":"acme","type":"gap","name":"three","specific":{"project":"example.com:my-project-1"}}""", """
            {"org_id":"acme","credential_id":"018f-1","data":{"name":"four","comments":"","specific":{"key":"********"}},"reason":"r"}""", """
            {"org_id":"acme","credential_id":"018f-1","comments":"gone"}""", """
            {"org_id":"acme","credential_id":"018f-1","resources":7,"time":"2025-12-31T23:59:59.5+01:00"}""", """
            {"org_id":"acme","credential_id":"018f-1","purpose":"to connect"}""");

    private static final List<String> NAMES = List.of(
            "org_id",
            "type",
            "name",
            "specific",
            "data",
            "role",
            "tenant",
            "clientId",
            "key",
            "project",
            "time",
            "orgid",
            "a/b~c",
            "");
    private static final List<String> TEXTS = List.of(
            "acme",
            "aws",
            "azure",
            "gcp",
            "arn:aws:iam::123456789012:root",
            "2026-13-01T00:00:00Z",
            "********",
            "a b",
            "");

    private final Random random;

    RandomBody(Random random) {
        this.random = random;
    }

    /** Any object of at most this many levels. */
    ObjectNode any(int levels) {
        ObjectNode object = NODES.objectNode();
        for (int count = random.nextInt(5); count > 0; count--) {
            object.set(text(), value(levels - 1));
        }
        return object;
    }

    /** A good request with up to three members taken away, added or given another value. */
    ObjectNode likeARequest() {
        ObjectNode request = (ObjectNode) RequestBody.parse(any(REQUESTS).getBytes(UTF_8));
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            ObjectNode place = request;
            for (String inner : List.of("data", "specific")) {
                if (place.path(inner).isObject() && random.nextBoolean()) {
                    place = (ObjectNode) place.get(inner);
                }
            }
            edit(place);
        }
        return request;
    }

    private void edit(ObjectNode object) {
        List<String> present = List.copyOf(object.propertyNames());
        String name = present.isEmpty() || random.nextBoolean() ? any(NAMES) : any(present);
        switch (random.nextInt(3)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, value(1));
            default -> object.put(name, any(TEXTS));
        }
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private JsonNode value(int levels) {
        return switch (random.nextInt(levels > 0 ? 8 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(random.nextLong() | 1L << 40);
            case 4 -> NODES.numberNode(random.nextDouble() * random.nextInt());
            case 5 -> NODES.stringNode(text());
            case 6 -> any(levels);
            default -> array(levels);
        };
    }

    private ArrayNode array(int levels) {
        ArrayNode array = NODES.arrayNode();
        for (int count = random.nextInt(5); count > 0; count--) {
            array.add(value(levels - 1));
        }
        return array;
    }

    /** Any text that has no unpaired surrogate. */
    String text() {
        return random.ints(random.nextInt(10), 0, random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
