package org.gatesmith.vendor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks command lines against a list of the options and values that the tools know. */
final class CommandGrammar {
    private static final String OPERAND = "(operand)";

    private record Option(String tool, String name) {}

    /** The value pattern of each option; empty for an option without value. */
    private final Map<Option, Optional<Pattern>> options = new HashMap<>();

    private CommandGrammar() {}

    static CommandGrammar of(String name) {
        CommandGrammar grammar = new CommandGrammar();
        for (String line : ConfigGrammar.lines("grammar/" + name)) {
            String[] fields = line.split("\\s+", 3);
            grammar.options.put(
                    new Option(fields[0], fields[1]),
                    fields[2].equals("-") ? Optional.empty() : Optional.of(Pattern.compile(fields[2])));
        }
        return grammar;
    }

    /** Everything that the tool would not understand. */
    List<String> errors(List<String> command) {
        List<String> errors = new ArrayList<>();
        Iterator<String> words = command.iterator();
        String tool = words.next();
        while (words.hasNext()) {
            String word = words.next();
            boolean isOption = word.startsWith("-");
            Optional<Pattern> value = options.get(new Option(tool, isOption ? word : OPERAND));
            if (value == null) {
                errors.add(tool + " does not know " + word);
            } else if (value.isPresent()) {
                String given = isOption ? next(words) : word;
                if (!value.get().matcher(given).matches()) {
                    errors.add(tool + ": \"" + given + "\" will not do for " + word);
                }
            }
        }
        return errors;
    }

    private static String next(Iterator<String> words) {
        return words.hasNext() ? words.next() : "";
    }
}
