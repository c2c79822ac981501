package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatesmith.api.PartitionKind;

/** Spelling of attributes, in brackets and separated by commas, with a space before them; empty when there are none. */
final class DirectiveText {

    private DirectiveText() {}

    static String of(Function.Style style, Function.Inlining inlining) {
        List<String> attributes = new ArrayList<>();
        if (style == Function.Style.DATAFLOW) {
            attributes.add("dataflow");
        }
        if (inlining == Function.Inlining.KEEP) {
            attributes.add("keep");
        }
        return bracketed(attributes);
    }

    static String of(LoopDirectives directives) {
        List<String> attributes = new ArrayList<>();
        if (directives.isPipelined()) {
            attributes.add("pipeline " + directives.pipelineInterval());
        }
        if (directives.unrollFactor() != 1) {
            attributes.add(directives.isCompletelyUnrolled() ? "unroll" : "unroll " + directives.unrollFactor());
        }
        if (directives.parallel()) {
            attributes.add("parallel");
        }
        if (directives.reassociate()) {
            attributes.add("reassociate");
        }
        LoopDirectives.TripCount trips = directives.tripCount();
        if (trips != null) {
            attributes.add("trips " + trips.min() + ".." + trips.max() + " typical " + trips.typical());
        }
        return bracketed(attributes);
    }

    static String of(ArrayDirectives directives) {
        return bracketed(attributes(directives));
    }

    static String of(boolean zeroed, ArrayDirectives directives) {
        List<String> attributes = attributes(directives);
        if (zeroed) {
            attributes.addFirst("zeroed");
        }
        return bracketed(attributes);
    }

    private static List<String> attributes(ArrayDirectives directives) {
        List<String> attributes = new ArrayList<>();
        directives.partitions().forEach(split -> attributes.add("partition " + spell(split)));
        directives.reshapes().forEach(split -> attributes.add("reshape " + spell(split)));
        if (directives.storage() != null) {
            attributes.add("storage " + lowerCase(directives.storage()));
        }
        return attributes;
    }

    private static String spell(ArrayDirectives.Split split) {
        String factor = split.kind() == PartitionKind.COMPLETE && split.factor() == 0 ? "" : " " + split.factor();
        return split.dimension() + " " + lowerCase(split.kind()) + factor;
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String bracketed(List<String> attributes) {
        return attributes.isEmpty() ? "" : " [" + String.join(", ", attributes) + "]";
    }
}
