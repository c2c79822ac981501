package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.jspecify.annotations.Nullable;

/** Reads the attributes in brackets. */
final class DirectiveParser {

    /** The attributes of a function. */
    record FunctionAttributes(Function.Style style, Function.Inlining inlining) {}

    /** The attributes of an array. */
    record ArrayAttributes(boolean zeroed, ArrayDirectives directives) {}

    private final IrTokens tokens;

    DirectiveParser(IrTokens tokens) {
        this.tokens = tokens;
    }

    FunctionAttributes function() throws IrSyntaxException {
        Function.Style style = Function.Style.SEQUENTIAL;
        Function.Inlining inlining = Function.Inlining.INLINE;
        for (IrToken attribute : words()) {
            switch (attribute.text()) {
                case "dataflow" -> style = Function.Style.DATAFLOW;
                case "keep" -> inlining = Function.Inlining.KEEP;
                default -> throw unknown(attribute);
            }
        }
        return new FunctionAttributes(style, inlining);
    }

    private List<IrToken> words() throws IrSyntaxException {
        return tokens.at("[") ? tokens.list("[", () -> tokens.expect(IrToken.Kind.NAME), "]") : List.of();
    }

    LoopDirectives loop() throws IrSyntaxException {
        LoopBuilder loop = new LoopBuilder();
        if (tokens.at("[")) {
            tokens.list("[", () -> loopAttribute(loop), "]");
        }
        return loop.build();
    }

    private IrToken loopAttribute(LoopBuilder loop) throws IrSyntaxException {
        IrToken attribute = tokens.expect(IrToken.Kind.NAME);
        switch (attribute.text()) {
            case "pipeline" -> loop.pipelineInterval = tokens.number();
            case "unroll" -> loop.unrollFactor = tokens.at(IrToken.Kind.INTEGER) ? tokens.number() : 0;
            case "parallel" -> loop.parallel = true;
            case "reassociate" -> loop.reassociate = true;
            case "trips" -> loop.tripCount = tripCount();
            default -> throw unknown(attribute);
        }
        return attribute;
    }

    private LoopDirectives.TripCount tripCount() throws IrSyntaxException {
        long min = tokens.longNumber();
        tokens.expect("..");
        long max = tokens.longNumber();
        tokens.expect("typical");
        return new LoopDirectives.TripCount(min, max, tokens.longNumber());
    }

    ArrayAttributes array() throws IrSyntaxException {
        ArrayBuilder array = new ArrayBuilder();
        if (tokens.at("[")) {
            tokens.list("[", () -> arrayAttribute(array), "]");
        }
        return new ArrayAttributes(array.zeroed, new ArrayDirectives(array.partitions, array.reshapes, array.storage));
    }

    private IrToken arrayAttribute(ArrayBuilder array) throws IrSyntaxException {
        IrToken attribute = tokens.expect(IrToken.Kind.NAME);
        switch (attribute.text()) {
            case "zeroed" -> array.zeroed = true;
            case "partition" -> array.partitions.add(split());
            case "reshape" -> array.reshapes.add(split());
            case "storage" -> array.storage = constant(StorageKind.class);
            default -> throw unknown(attribute);
        }
        return attribute;
    }

    private ArrayDirectives.Split split() throws IrSyntaxException {
        int dimension = tokens.number();
        PartitionKind kind = constant(PartitionKind.class);
        return new ArrayDirectives.Split(dimension, kind, tokens.at(IrToken.Kind.INTEGER) ? tokens.number() : 0);
    }

    private <E extends Enum<E>> E constant(Class<E> type) throws IrSyntaxException {
        IrToken token = tokens.expect(IrToken.Kind.NAME);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(token.text())) {
                return constant;
            }
        }
        throw unknown(token);
    }

    private static IrSyntaxException unknown(IrToken attribute) {
        return attribute.error("unknown attribute '" + attribute.text() + "'");
    }

    private static final class LoopBuilder {
        private int pipelineInterval;
        private int unrollFactor = 1;
        private boolean parallel;
        private boolean reassociate;
        private LoopDirectives.@Nullable TripCount tripCount;

        LoopDirectives build() {
            return new LoopDirectives(pipelineInterval, unrollFactor, parallel, reassociate, tripCount);
        }
    }

    private static final class ArrayBuilder {
        private boolean zeroed;
        private final List<ArrayDirectives.Split> partitions = new ArrayList<>();
        private final List<ArrayDirectives.Split> reshapes = new ArrayList<>();
        private @Nullable StorageKind storage;
    }
}
