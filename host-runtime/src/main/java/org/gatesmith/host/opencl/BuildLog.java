package org.gatesmith.host.opencl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.hls.diag.Span;

/** A driver's messages about an emitted file, with the Java line near which they point. */
final class BuildLog {

    /** A place in a file: as PoCL prints it, with the word before it, and as compilers do themselves. */
    private static final Pattern PLACE = Pattern.compile("error: \\S*?:(\\d+):\\d+|:(\\d+):\\d+: (?:fatal )?error");

    /** A comment of the emitted file that names a Java line. */
    private static final Pattern COMMENT = Pattern.compile("// (\\S+\\.java):(\\d+)");

    private BuildLog() {}

    /** The Java line of the nearest comment above the first error; unknown if there is none. */
    static Span place(String log, String source) {
        Matcher error = PLACE.matcher(log);
        if (!error.find()) {
            return Span.NONE;
        }
        int place = Integer.parseInt(error.group(1) == null ? error.group(2) : error.group(1));
        List<String> lines = source.lines().toList();
        for (int i = Math.min(place, lines.size()) - 1; i >= 0; i--) {
            Matcher comment = COMMENT.matcher(lines.get(i));
            if (comment.find()) {
                int line = Integer.parseInt(comment.group(2));
                return new Span(comment.group(1), line, 1, line, 2);
            }
        }
        return Span.NONE;
    }
}
