package org.gatesmith.hls.diag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the lines of a text begin. Lines end with a line feed, a carriage return, or both (JLS 3.4). */
public final class SourceLines {

    private final String text;
    private final List<Integer> starts;

    private SourceLines(String text, List<Integer> starts) {
        this.text = text;
        this.starts = starts;
    }

    public static SourceLines of(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isInsidePair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !isInsidePair) {
                starts.add(i + 1);
            }
        }
        return new SourceLines(text, starts);
    }

    /** A line without its end, counted from 1; empty if there is no such line. */
    public Optional<String> text(int line) {
        if (line < 1 || line > starts.size()) {
            return Optional.empty();
        }
        int end = line < starts.size() ? starts.get(line) : text.length();
        String content = text.substring(starts.get(line - 1), end);
        return Optional.of(content.replaceAll("[\\r\\n]+$", ""));
    }

    /** The span of the characters from {@code start} to {@code end}, exclusive; offsets past the end count as the end. */
    public Span span(String file, long start, long end) {
        int from = (int) Math.min(start, text.length());
        int to = Math.clamp(end, from, text.length());
        int startLine = line(from);
        int endLine = line(to);
        return new Span(file, startLine, column(from, startLine), endLine, column(to, endLine));
    }

    private int line(int offset) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    private int column(int offset, int line) {
        return offset - starts.get(line - 1) + 1;
    }
}
