package org.gatesmith.hls.emit.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Functions for what OpenCL C does not compute as Java does. An emitted file holds those that it uses: OpenCL programs are
 * compiled from one text.
 */
final class JavaSemantics {

    private static final String FILE = "java_semantics.cl";

    /** What a definition introduces: a function at its parenthesis, a type after its brace. */
    private static final Pattern NAME = Pattern.compile("(?m)^(?:static inline \\w+ (\\w+)\\(|\\} (\\w+);)");

    private static final Pattern WORD = Pattern.compile("\\b[a-z]\\w+\\b");

    /** Definitions by name, each after those that it uses. */
    private static final Map<String, String> DEFINITIONS = read();

    private JavaSemantics() {}

    /** Names that mean something in every emitted file. */
    static Set<String> names() {
        return DEFINITIONS.keySet();
    }

    /** The definitions that a text needs, in order. */
    static List<String> usedBy(String text) {
        Set<String> used = new HashSet<>();
        collect(text, used);
        return DEFINITIONS.entrySet().stream()
                .filter(definition -> used.contains(definition.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void collect(String text, Set<String> used) {
        Set<String> words =
                WORD.matcher(text).results().map(result -> result.group()).collect(Collectors.toSet());
        for (String word : words) {
            String definition = DEFINITIONS.get(word);
            if (definition != null && used.add(word)) {
                collect(definition, used);
            }
        }
    }

    private static Map<String, String> read() {
        Map<String, String> definitions = new LinkedHashMap<>();
        Arrays.stream(text().split("\n\n")).forEach(definition -> {
            Matcher name = NAME.matcher(definition);
            if (!name.find()) {
                throw new IllegalStateException("no name in " + definition);
            }
            definitions.put(name.group(1) == null ? name.group(2) : name.group(1), definition.strip());
        });
        return definitions;
    }

    private static String text() {
        try (InputStream stream = JavaSemantics.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
