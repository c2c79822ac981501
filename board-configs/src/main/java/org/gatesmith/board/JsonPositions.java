package org.gatesmith.board;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Where in the text each value of a JSON document stands. */
public final class JsonPositions {

    /** A line and a column, both from 1. */
    public record Position(int line, int column) {
        static Position of(TokenStreamLocation location) {
            return new Position(location.getLineNr(), location.getColumnNr());
        }
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Position> byPointer = new HashMap<>();

    private @Nullable Position secondDocument;

    private JsonPositions() {}

    /**
     * Reads the text once and notes where everything stands. A member of an object stands where its key stands.
     *
     * @throws JacksonException if the text is not JSON
     */
    public static JsonPositions of(String json) {
        JsonPositions positions = new JsonPositions();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                positions.note(parser, token);
            }
        }
        return positions;
    }

    private void note(JsonParser parser, JsonToken token) {
        if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
            TokenStreamContext context = parser.streamReadContext();
            boolean opens = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
            JsonPointer pointer = opens ? outer(context) : context.pathAsPointer();
            note(pointer.toString(), Position.of(parser.currentTokenLocation()));
        }
    }

    private void note(String pointer, Position position) {
        boolean known = byPointer.putIfAbsent(pointer, position) != null;
        if (known && pointer.isEmpty() && secondDocument == null) {
            secondDocument = position;
        }
    }

    /** The path of a container: when it has just been opened, the parser already stands inside it. */
    private static JsonPointer outer(TokenStreamContext inside) {
        TokenStreamContext parent = inside.getParent();
        return parent == null ? JsonPointer.empty() : parent.pathAsPointer();
    }

    /** Whether the text holds no value at all. */
    public boolean isEmpty() {
        return byPointer.isEmpty();
    }

    /** Where a second document begins, null if there is only one. */
    @Nullable
    public Position secondDocument() {
        return secondDocument;
    }

    /** The position of the value at a pointer, or of the nearest value around it. */
    public Position at(String pointer) {
        Position position = byPointer.get(pointer);
        if (position != null) {
            return position;
        }
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? new Position(1, 1) : at(pointer.substring(0, slash));
    }
}
