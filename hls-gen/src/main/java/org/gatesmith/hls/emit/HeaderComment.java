package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** What stands at the top of an emitted file: what it is, where it comes from, what was chosen. Never a date. */
public final class HeaderComment {

    private final KernelSignature signature;
    private final String origin;
    private final Map<String, String> tunables;

    /**
     * @param origin who made the file for which board
     * @param tunables values of the kernel's tunable constants, by name
     */
    public HeaderComment(KernelSignature signature, String origin, Map<String, String> tunables) {
        this.signature = signature;
        this.origin = origin;
        this.tunables = tunables;
    }

    /** The lines, without comment marks. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(signature.name() + (signature.summary().isEmpty() ? "" : ": " + ascii(signature.summary())));
        lines.add("");
        for (Parameter parameter : signature.parameters()) {
            lines.add("  " + describe(parameter));
        }
        lines.add("");
        lines.add("Made by " + origin + " from " + signature.className() + "." + signature.methodName());
        if (!tunables.isEmpty()) {
            lines.add("with " + values() + ".");
        }
        return lines;
    }

    private String values() {
        return tunables.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String describe(Parameter parameter) {
        String range = parameter.range() == null ? "" : ", " + parameter.range();
        return switch (parameter) {
            case Parameter.Scalar scalar -> scalar.name() + ": " + scalar.type().keyword() + range;
            case Parameter.Array array ->
                array.name() + ": " + array.direction().name().toLowerCase(Locale.ROOT) + ", "
                        + array.type().keyword()
                        + array.shape().stream().map(Formula::text).collect(Collectors.joining("][", "[", "]"))
                        + range;
        };
    }

    /** Some releases of the tools read only ASCII; a summary may hold anything. */
    private static String ascii(String text) {
        return text.codePoints().mapToObj(HeaderComment::ascii).collect(Collectors.joining());
    }

    private static String ascii(int c) {
        return switch (c) {
            case '\u00d7' -> "x";
            case '\u00b7' -> "*";
            case '\u2026', '\u22ef' -> "...";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> "-";
            case '\u2018', '\u2019' -> "'";
            case '\u201c', '\u201d' -> "\"";
            case '\u2264' -> "<=";
            case '\u2265' -> ">=";
            case '\u03a3', '\u2211' -> "sum";
            default -> c >= ' ' && c <= '~' ? Character.toString(c) : "?";
        };
    }
}
