package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * A function as the template sees it.
 *
 * @param comment lines above it
 * @param head its declaration without the brace, in lines
 * @param body pragmas and statements
 */
public record FunctionView(List<String> comment, List<String> head, List<Statement> body) {

    /** Longest declaration on one line. */
    private static final int LINE = 100;

    public FunctionView {
        comment = List.copyOf(comment);
        head = List.copyOf(head);
        body = List.copyOf(body);
    }

    /**
     * The lines of a declaration.
     *
     * @param start all before the first parameter
     */
    public static List<String> head(String start, List<String> parameters) {
        String line = start + String.join(", ", parameters) + ")";
        if (line.length() <= LINE) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        lines.add(start);
        for (int i = 0; i < parameters.size(); i++) {
            lines.add("        " + parameters.get(i) + (i + 1 < parameters.size() ? "," : ")"));
        }
        return lines;
    }
}
