package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON files of a run's folder. The same values give the same bytes on every machine: members come in the order in which the
 * records declare them, the most telling first, and entries of maps in that of their keys. Damage is named by its place.
 */
final class FolderJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Jackson's own printer ends lines as the operating system does. */
    private static final DefaultPrettyPrinter PAGE =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)");

    /** How Jackson says so; there is no exception of its own for it. */
    private static final Pattern MISSING_MEMBER = Pattern.compile("^Missing (?:required )?creator property '([^']+)'");

    private FolderJson() {}

    /** A value as a page of text. */
    static String page(Object value) {
        return MAPPER.writer().with(PAGE).writeValueAsString(value) + "\n";
    }

    /** A value on one line, without its end. */
    static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads a file.
     *
     * @throws FolderException it is missing, unreadable, or not what it should be
     */
    static <T> T read(Path file, Class<T> type) throws FolderException {
        return parse(file, text(file), type);
    }

    static <T> T parse(Path file, String text, Class<T> type) throws FolderException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw damaged(file, e);
        }
    }

    /** A file as a tree, whatever it holds. */
    static JsonNode tree(Path file, String text) throws FolderException {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw damaged(file, e);
        }
    }

    /** A line of a journal. */
    static <T> T parseLine(String line, Class<T> type) {
        return MAPPER.readValue(line, type);
    }

    static String text(Path file) throws FolderException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new FolderException(FolderFault.DAMAGED, file + ": is damaged: it is not UTF-8 text");
        } catch (IOException e) {
            throw FolderException.reading(file, e);
        }
    }

    private static FolderException damaged(Path file, JacksonException cause) {
        return new FolderException(
                FolderFault.DAMAGED, file + place(cause) + ": is damaged: " + member(cause) + reason(cause));
    }

    /** What is wrong, without the names of this program's classes, which tell a user nothing. */
    static String reason(JacksonException cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "\"" + unknown.getPropertyName() + "\" is not part of this format";
        }
        Matcher missingMember = MISSING_MEMBER.matcher(cause.getOriginalMessage());
        if (missingMember.find()) {
            return "\"" + missingMember.group(1) + "\" is missing";
        }
        // What the records themselves object to.
        return switch (cause.getCause()) {
            case NullPointerException missing -> "\"" + missing.getMessage() + "\" has no value";
            case IllegalArgumentException invalid -> String.valueOf(invalid.getMessage());
            case null, default -> CLASS_NAME.matcher(cause.getOriginalMessage()).replaceAll("$1");
        };
    }

    private static String place(JacksonException cause) {
        TokenStreamLocation location = cause.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    /** {@code kernel.name: }, empty where the text is no JSON at all. */
    private static String member(JacksonException cause) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : cause.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }
}
