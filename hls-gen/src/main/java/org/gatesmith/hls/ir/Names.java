package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How names are spelled in the text form: bare where they look like a dotted Java identifier, else quoted. */
final class Names {

    static final String SEGMENT = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";
    static final String BARE = SEGMENT + "(?:\\." + SEGMENT + ")*+";

    private static final Pattern BARE_NAME = Pattern.compile(BARE);

    private Names() {}

    /** A function's, table's or loop's name. */
    static String spell(String name) {
        return BARE_NAME.matcher(name).matches() ? name : quote(name);
    }

    /** The nearest name that a value may carry: every character that an identifier cannot hold becomes an underscore. */
    static String valueName(String name) {
        if (BARE_NAME.matcher(name).matches()) {
            return name;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("\\.", -1)) {
            String cleaned = segment.replaceAll("\\P{javaJavaIdentifierPart}", "_");
            segments.add(cleaned.matches(SEGMENT) ? cleaned : "_" + cleaned);
        }
        return String.join(".", segments);
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Inverse of {@link #quote}. */
    static String unquote(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            text.append(c == '\\' ? escaped(quoted.charAt(++i)) : c);
        }
        return text.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
