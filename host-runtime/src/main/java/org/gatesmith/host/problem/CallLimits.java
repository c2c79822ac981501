package org.gatesmith.host.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;

/** What one call of a kernel can take: scalars within their types and contracts, arrays that a Java array can hold. */
public final class CallLimits {

    /** Elements of the largest Java array; two below the largest int, as HotSpot keeps header words for itself. */
    public static final long MAX_ELEMENTS = Integer.MAX_VALUE - 2;

    private CallLimits() {}

    /** Why one call cannot work on so much; empty if it can. */
    static Optional<String> trouble(KernelSignature signature, ProblemSize size) {
        Stream<Optional<String>> scalars = signature.scalars().map(scalar -> trouble(scalar, size.bits(scalar)));
        Stream<Optional<String>> arrays = signature.arrays().map(array -> trouble(array, size.shape(array)));
        return Stream.concat(scalars, arrays).flatMap(Optional::stream).findFirst();
    }

    /** Why a call cannot have this value of a scalar; empty if it can. */
    public static Optional<String> trouble(Parameter.Scalar scalar, long value) {
        if (scalar.type().isFloatingPoint()) {
            return Optional.empty();
        }
        if (!typeRange(scalar.type()).contains(value)) {
            return Optional.of(scalar.name() + "=" + value + " does not fit a Java "
                    + scalar.type().keyword());
        }
        ValueRange range = range(scalar);
        return range.contains(value)
                ? Optional.empty()
                : Optional.of(scalar.name() + " = " + value + " is outside its contract " + range.min() + " to "
                        + range.max());
    }

    /** Values that a whole-number scalar may have in a call. */
    public static ValueRange range(Parameter.Scalar scalar) {
        ValueRange contract = scalar.range();
        return contract == null ? typeRange(scalar.type()) : contract;
    }

    private static ValueRange typeRange(JavaType type) {
        return type.irType() instanceof IntType integer
                ? new ValueRange(integer.min().longValueExact(), integer.max().longValueExact())
                : new ValueRange(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Why a call cannot have an array of this shape; empty if it can. */
    public static Optional<String> trouble(Parameter.Array array, List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact) <= MAX_ELEMENTS
                ? Optional.empty()
                : Optional.of("'" + array.name() + "' would have " + ProblemSize.extentsText(shape)
                        + " elements, more than the " + MAX_ELEMENTS
                        + " that a Java array holds; choose smaller sizes");
    }
}
