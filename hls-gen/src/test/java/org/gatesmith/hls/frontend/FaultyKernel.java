package org.gatesmith.hls.frontend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.SourceLines;
import org.gatesmith.hls.diag.Span;

/**
 * A source file of {@code should-fail} with the diagnostics that its comments expect. Above each line that is reported stands
 * {@code // expect: GS0203 `new int[n]`} with the text that the carets underline (its first line); {@code // expect: GS0106}
 * without such a text is about the file as a whole. {@code // set: NAME=8} chooses a tunable, {@code // kernel: name} a kernel.
 */
record FaultyKernel(String name, String text, List<Finding> expected) {

    private static final Pattern EXPECTATION = Pattern.compile("(?m)^\\s*// expect: (GS\\d{4})(?: `([^`\\n]*)`)?$");
    private static final Pattern SETTING = Pattern.compile("(?m)^// set: (\\w+)=(-?\\d+)$");
    private static final Pattern CHOICE = Pattern.compile("(?m)^// kernel: (\\w+)$");

    /** A diagnostic by its id, its line, and the underlined text; line 0 for one about the file as a whole. */
    record Finding(String id, int line, String underlined) {}

    static FaultyKernel read(Path file) {
        try {
            String text = Files.readString(file);
            return new FaultyKernel(file.getFileName().toString(), text, expectations(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Finding> expectations(String text) {
        SourceLines lines = SourceLines.of(text);
        List<Finding> expected = new ArrayList<>();
        for (MatchResult match : EXPECTATION.matcher(text).results().toList()) {
            boolean hasPlace = match.group(2) != null;
            int line = lines.span("", match.end(), match.end()).startLine() + 1;
            expected.add(
                    new Finding(match.group(1), hasPlace ? codeLine(lines, line) : 0, hasPlace ? match.group(2) : ""));
        }
        return expected;
    }

    /** Several expectations may stand above one line. */
    private static int codeLine(SourceLines lines, int line) {
        return lines.text(line).orElseThrow().strip().startsWith("// expect:") ? codeLine(lines, line + 1) : line;
    }

    /** What the front end says about the file, warnings included. */
    List<Diagnostic> diagnostics() {
        KernelSource source = new KernelSource(List.of(new KernelSource.File(name, name, text)), List.of());
        try {
            return Frontend.compile(new KernelRequest(source, kernel().orElse(null), tunables(), Map.of()))
                    .warnings();
        } catch (DiagnosticException e) {
            return e.diagnostics();
        }
    }

    List<Finding> findings() {
        return diagnostics().stream().map(this::finding).toList();
    }

    private Finding finding(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        if (!span.isKnown() || span.equals(Span.startOf(name))) {
            return new Finding(diagnostic.rule().id(), 0, "");
        }
        return new Finding(diagnostic.rule().id(), span.startLine(), underlined(span));
    }

    private String underlined(Span span) {
        String line = SourceLines.of(text).text(span.startLine()).orElseThrow();
        int end = span.endLine() == span.startLine() ? span.endColumn() - 1 : line.length();
        return line.substring(span.startColumn() - 1, Math.min(end, line.length()));
    }

    private Optional<String> kernel() {
        return CHOICE.matcher(text).results().map(match -> match.group(1)).findFirst();
    }

    private Map<String, Long> tunables() {
        Map<String, Long> tunables = new HashMap<>();
        SETTING.matcher(text).results().forEach(match -> tunables.put(match.group(1), Long.valueOf(match.group(2))));
        return tunables;
    }

    @Override
    public String toString() {
        return name;
    }
}
