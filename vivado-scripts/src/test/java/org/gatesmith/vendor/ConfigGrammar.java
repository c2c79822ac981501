package org.gatesmith.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks a tool's configuration file against a list of the sections, keys and values that the tool knows. */
final class ConfigGrammar {
    private static final String NO_SECTION = "-";

    private enum Times {
        ONCE,
        MAYBE,
        ANY,
        MANY
    }

    private record Key(String section, String name) {}

    private record Rule(Times times, Pattern value) {}

    private final Map<Key, Rule> rules = new HashMap<>();

    private ConfigGrammar() {}

    static ConfigGrammar of(String name) {
        ConfigGrammar grammar = new ConfigGrammar();
        for (String line : lines("grammar/" + name)) {
            String[] fields = line.split("\\s+", 4);
            grammar.rules.put(
                    new Key(fields[0], fields[1]),
                    new Rule(Times.valueOf(fields[2].toUpperCase(Locale.ROOT)), Pattern.compile(fields[3])));
        }
        return grammar;
    }

    /** Lines of a grammar file without comments. */
    static List<String> lines(String resource) {
        try (InputStream in = ConfigGrammar.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the tool would not understand. */
    List<String> errors(String config) {
        List<String> errors = new ArrayList<>();
        Map<Key, Integer> uses = new HashMap<>();
        String section = NO_SECTION;
        for (String line : config.lines().toList()) {
            if (line.startsWith("[")) {
                section = section(line, errors);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                setting(section, line, uses, errors);
            }
        }
        rules.forEach((key, rule) -> count(key, rule, uses.getOrDefault(key, 0), errors));
        return errors;
    }

    private String section(String line, List<String> errors) {
        String name = line.replaceAll("^\\[|]$", "");
        if (rules.keySet().stream().noneMatch(key -> key.section().equals(name))) {
            errors.add("unknown section " + line);
        }
        return name;
    }

    private void setting(String section, String line, Map<Key, Integer> uses, List<String> errors) {
        int equals = line.indexOf('=');
        Key key = new Key(section, equals < 0 ? line : line.substring(0, equals));
        Rule rule = rules.get(key);
        if (equals < 0 || rule == null) {
            errors.add("unknown key in section " + section + ": " + line);
        } else if (!rule.value().matcher(line.substring(equals + 1)).matches()) {
            errors.add("wrong value: " + line);
        }
        uses.merge(key, 1, Integer::sum);
    }

    private static void count(Key key, Rule rule, int uses, List<String> errors) {
        boolean fits = switch (rule.times()) {
            case ONCE -> uses == 1;
            case MAYBE -> uses <= 1;
            case MANY -> uses >= 1;
            case ANY -> true;
        };
        if (!fits) {
            errors.add(key.name() + " stands " + uses + " times");
        }
    }
}
