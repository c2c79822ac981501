package org.gatesmith.hls.frontend;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import org.gatesmith.api.Bits;
import org.gatesmith.api.Depth;
import org.gatesmith.api.Parallel;
import org.gatesmith.api.Partition;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Reassociate;
import org.gatesmith.api.Reshape;
import org.gatesmith.api.Storage;
import org.gatesmith.api.TripCount;
import org.gatesmith.api.UBits;
import org.gatesmith.api.Unroll;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;

/** Reads the annotations of one variable. */
final class LocalAnnotations {

    private LocalAnnotations() {}

    /** The contract on a variable's values, as written; empty when there is none. */
    static Optional<ValueRange> contract(Element element) {
        Range range = element.getAnnotation(Range.class);
        if (range != null) {
            return Optional.of(new ValueRange(range.min(), range.max()));
        }
        Bits bits = element.getAnnotation(Bits.class);
        if (bits != null) {
            int n = Math.clamp(bits.value(), 1, 64);
            return Optional.of(new ValueRange(-1L << (n - 1), ~(-1L << (n - 1))));
        }
        UBits unsigned = element.getAnnotation(UBits.class);
        if (unsigned != null) {
            int n = Math.clamp(unsigned.value(), 1, 63);
            return Optional.of(new ValueRange(0, ~(-1L << n)));
        }
        return Optional.empty();
    }

    /** Whether the contract permits only values that the type has. */
    static boolean fits(ValueRange contract, JavaType type) {
        return type != JavaType.BOOLEAN
                && type.irType() instanceof IntType integer
                && integer.contains(BigInteger.valueOf(contract.min()))
                && integer.contains(BigInteger.valueOf(contract.max()));
    }

    /** What is wrong with the numbers in a variable's annotations; empty when nothing is. */
    static Optional<String> fault(Element element) {
        return contractFault(element).or(() -> loopFault(element)).or(() -> arrayFault(element));
    }

    private static Optional<String> contractFault(Element element) {
        Range range = element.getAnnotation(Range.class);
        Bits bits = element.getAnnotation(Bits.class);
        UBits unsigned = element.getAnnotation(UBits.class);
        long contracts = Stream.of(Optional.ofNullable(range), Optional.ofNullable(bits), Optional.ofNullable(unsigned))
                .filter(Optional::isPresent)
                .count();
        if (contracts > 1) {
            return Optional.of("only one of @Range, @Bits and @UBits may stand on a variable");
        }
        if (range != null && range.min() > range.max()) {
            return Optional.of("@Range has min " + range.min() + " above max " + range.max());
        }
        if (bits != null && (bits.value() < 1 || bits.value() > 64)) {
            return Optional.of("@Bits takes 1 to 64, not " + bits.value());
        }
        if (unsigned != null && (unsigned.value() < 1 || unsigned.value() > 63)) {
            return Optional.of("@UBits takes 1 to 63, not " + unsigned.value());
        }
        return Optional.empty();
    }

    private static Optional<String> loopFault(Element element) {
        Pipeline pipeline = element.getAnnotation(Pipeline.class);
        if (pipeline != null && pipeline.ii() < 1) {
            return Optional.of("@Pipeline needs an interval of at least 1, not " + pipeline.ii());
        }
        Unroll unroll = element.getAnnotation(Unroll.class);
        if (unroll != null && unroll.factor() < 0) {
            return Optional.of("@Unroll needs a factor of at least 1, or none for complete unrolling");
        }
        TripCount trips = element.getAnnotation(TripCount.class);
        if (trips != null && (trips.min() < 0 || trips.max() < trips.min())) {
            return Optional.of("@TripCount needs 0 <= min <= max");
        }
        return Optional.empty();
    }

    private static Optional<String> arrayFault(Element element) {
        Depth depth = element.getAnnotation(Depth.class);
        if (depth != null && depth.value() < 1) {
            return Optional.of("@Depth takes 1 or more, not " + depth.value());
        }
        ArrayDirectives directives = arrayDirectives(element);
        return splitFault("@Partition", directives.partitions())
                .or(() -> splitFault("@Reshape", directives.reshapes()));
    }

    private static Optional<String> splitFault(String annotation, List<Split> splits) {
        for (Split split : splits) {
            if (split.dimension() < 0) {
                return Optional.of(annotation + " needs dim >= 0, not " + split.dimension());
            }
            if (split.kind() == PartitionKind.COMPLETE && split.factor() != 0) {
                return Optional.of(annotation + " takes a factor only for CYCLIC and BLOCK");
            }
            if (split.kind() != PartitionKind.COMPLETE && split.factor() < 2) {
                return Optional.of(annotation + " needs a factor of at least 2 for " + split.kind());
            }
        }
        boolean repeated = splits.stream().map(Split::dimension).distinct().count() < splits.size();
        return repeated ? Optional.of(annotation + " names a dimension twice") : Optional.empty();
    }

    static LoopDirectives loopDirectives(Element counter) {
        Pipeline pipeline = counter.getAnnotation(Pipeline.class);
        Unroll unroll = counter.getAnnotation(Unroll.class);
        TripCount trips = counter.getAnnotation(TripCount.class);
        return new LoopDirectives(
                pipeline == null ? 0 : pipeline.ii(),
                unroll == null ? 1 : unroll.factor(),
                counter.getAnnotation(Parallel.class) != null,
                counter.getAnnotation(Reassociate.class) != null,
                trips == null ? null : new LoopDirectives.TripCount(trips.min(), trips.max(), typical(trips)));
    }

    private static long typical(TripCount trips) {
        return trips.typical() >= 0 ? trips.typical() : trips.min() + (trips.max() - trips.min()) / 2;
    }

    static ArrayDirectives arrayDirectives(Element array) {
        List<Split> partitions = Arrays.stream(array.getAnnotationsByType(Partition.class))
                .map(p -> new Split(p.dim(), p.kind(), p.factor()))
                .toList();
        Reshape reshape = array.getAnnotation(Reshape.class);
        Storage storage = array.getAnnotation(Storage.class);
        return new ArrayDirectives(
                partitions,
                reshape == null ? List.of() : List.of(new Split(reshape.dim(), reshape.kind(), reshape.factor())),
                storage == null ? null : storage.value());
    }
}
