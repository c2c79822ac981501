package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Breaks long lines of C where the fewest parentheses are open and the operator binds least. Preprocessor lines stay whole; the
 * text of a comment breaks at spaces.
 */
public final class LineBreaks {

    /** Longest line, as in this project's own sources. */
    private static final int COLUMNS = 110;

    /** Further indentation of the rest of a statement. */
    private static final String CONTINUATION = "        ";

    /** Operators that a line may break before, loosest first; {@code =} and the comma end a line instead. */
    private static final List<List<String>> OPERATORS = List.of(
            List.of("?", ":"),
            List.of("||"),
            List.of("&&"),
            List.of("|", "^", "&"),
            List.of("==", "!=", "<", "<=", ">", ">="),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private LineBreaks() {}

    /** A place to break: the rest starts at {@code index}. */
    private record Break(int index, int depth, int rank) {

        boolean isBetterThan(Break other) {
            return depth != other.depth ? depth < other.depth : rank <= other.rank;
        }
    }

    /** The text with every line broken that is too long and can be broken. */
    public static String wrapped(String text) {
        return text.lines()
                .flatMap(line -> lines(line).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> lines(String line) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        if (line.startsWith("#")) {
            return List.of(line);
        }
        return line.startsWith("//", indent.length()) ? comment(line, indent + "// ") : code(line, indent);
    }

    private static List<String> comment(String line, String start) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.length() > COLUMNS && rest.lastIndexOf(' ', COLUMNS) > start.length()) {
            int space = rest.lastIndexOf(' ', COLUMNS);
            lines.add(rest.substring(0, space));
            rest = start + rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static List<String> code(String line, String indent) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.length() > COLUMNS) {
            int index = best(rest);
            if (index < 0) {
                break;
            }
            lines.add(rest.substring(0, index).stripTrailing());
            rest = indent + CONTINUATION + rest.substring(index);
        }
        lines.add(rest);
        return lines;
    }

    /** Where the line breaks best, or -1. */
    private static int best(String line) {
        Break best = null;
        int depth = 0;
        boolean quoted = false;
        int first = line.length() - line.stripLeading().length() + CONTINUATION.length();
        for (int i = 0; i < Math.min(line.length() - 1, COLUMNS); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : step(c);
            if (!quoted && c == ' ' && i > first) {
                Break candidate = new Break(i + 1, depth, rank(line, i));
                if (candidate.rank >= 0 && (best == null || candidate.isBetterThan(best))) {
                    best = candidate;
                }
            }
        }
        return best == null ? -1 : best.index;
    }

    private static int step(char c) {
        return switch (c) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }

    /** How loosely what surrounds a space binds, 0 for loosest; -1 if the line cannot break there. */
    private static int rank(String line, int space) {
        if (line.charAt(space - 1) == ',' || line.charAt(space - 1) == ';') {
            return 0;
        }
        if (line.startsWith(" = ", space - 2)) {
            return OPERATORS.size() + 1;
        }
        int end = line.indexOf(' ', space + 1);
        String word = end < 0 ? "" : line.substring(space + 1, end);
        for (int i = 0; i < OPERATORS.size(); i++) {
            if (OPERATORS.get(i).contains(word)) {
                return i + 1;
            }
        }
        return -1;
    }
}
