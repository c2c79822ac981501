package org.gatesmith.board;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema of board files, and what its violations mean in plain words. The only class that uses the schema
 * validator, so that reading a built-in board does not load it.
 */
final class BoardSchema {
    private static final String TEXT = Boards.resource("board.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    private BoardSchema() {}

    /** All violations of the schema by a document. */
    static Stream<Finding> findings(JsonNode document) {
        return SCHEMA.validate(document).stream().map(BoardSchema::finding);
    }

    private static Finding finding(Error error) {
        String at = error.getInstanceLocation().toString();
        JsonNode value = error.getInstanceNode();
        String key = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" -> new Finding(at, "\"" + key + "\" is missing" + place(at));
            case "additionalProperties" ->
                new Finding(
                        at + "/" + escaped(key),
                        "unknown key \"" + key + "\"" + NearestName.hint(key, keysBeside(error)));
            case "type" ->
                new Finding(at, "must be " + typeWords(expectedType(error)) + ", but is " + valueWords(value));
            case "enum" -> new Finding(at, enumWords(error, value));
            case "pattern" -> new Finding(at, patternWords(error, value));
            case "propertyNames" ->
                new Finding(at + "/" + escaped(key), "\"" + key + "\" must be " + description(error, "/propertyNames"));
            case "minItems" -> new Finding(at, "must not be empty");
            case "minimum" -> new Finding(at, "must be at least " + limit(error) + ", but is " + value);
            case "maximum" -> new Finding(at, "must be at most " + limit(error) + ", but is " + value);
            case "exclusiveMinimum" -> new Finding(at, "must be more than " + limit(error) + ", but is " + value);
            case "exclusiveMaximum" -> new Finding(at, "must be less than " + limit(error) + ", but is " + value);
            default -> new Finding(at, error.getMessage());
        };
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? "" : " in " + pointer.substring(1).replace('/', '.');
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** The keys that the object with the unknown one may have. */
    private static List<String> keysBeside(Error error) {
        JsonNode owner = SCHEMA.getSchemaNode().at(parent(error));
        return List.copyOf(owner.path("properties").propertyNames());
    }

    /** Pointer, inside the schema, to the object that has the violated keyword. */
    private static String parent(Error error) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String expectedType(Error error) {
        return SCHEMA.getSchemaNode().at(parent(error)).path("type").asString();
    }

    private static String limit(Error error) {
        return Figures.plain(SCHEMA.getSchemaNode()
                .at(parent(error))
                .path(error.getKeyword())
                .asDouble());
    }

    private static String typeWords(String type) {
        return switch (type) {
            case "object" -> "an object {...}";
            case "array" -> "a list [...]";
            case "string" -> "a text in quotes";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private static String valueWords(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "the text " + value;
            case NUMBER -> "the number " + value;
            default -> value.toString();
        };
    }

    private static String enumWords(Error error, JsonNode value) {
        JsonNode allowed = SCHEMA.getSchemaNode().at(parent(error)).path("enum");
        List<String> words = StreamSupport.stream(allowed.spliterator(), false)
                .map(JsonNode::toString)
                .toList();
        String hint = value.isString() ? NearestName.hint(value.asString(), unquoted(allowed)) : "";
        return "must be one of " + String.join(", ", words) + ", but is " + value + hint;
    }

    private static List<String> unquoted(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** What the schema says of a value, at a place below the object that has the violated keyword. */
    private static String description(Error error, String below) {
        return SCHEMA.getSchemaNode()
                .at(parent(error) + below)
                .path("description")
                .asString();
    }

    /** Says what the text should be like in the words of the schema's own description, not as a regular expression. */
    private static String patternWords(Error error, JsonNode value) {
        String meaning =
                SCHEMA.getSchemaNode().at(parent(error)).path("description").asString();
        return "must be " + meaning + ", but is " + value;
    }
}
