package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** What stands at the top of an emitted file: what it is, where it comes from, what was chosen. Never a date. */
final class HeaderComment {

    private final KernelSignature signature;
    private final HlsOptions options;

    HeaderComment(KernelSignature signature, HlsOptions options) {
        this.signature = signature;
        this.options = options;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(signature.name() + (signature.summary().isEmpty() ? "" : ": " + ascii(signature.summary())));
        lines.add("");
        for (Parameter parameter : signature.parameters()) {
            lines.add("  " + describe(parameter));
        }
        lines.add("");
        lines.add("Made by " + options.generator() + " from " + signature.className() + "." + signature.methodName()
                + " for " + options.board()
                + (options.tunables().isEmpty() ? "." : " with " + tunables() + "."));
        return lines;
    }

    private String tunables() {
        return options.tunables().entrySet().stream()
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

    /** Compilers of old releases read only ASCII; the summary may hold anything. */
    private static String ascii(String text) {
        return text.replace("\u00d7", "x").replace("\u00b7", "*").replaceAll("[^\\x20-\\x7e]", "?");
    }
}
