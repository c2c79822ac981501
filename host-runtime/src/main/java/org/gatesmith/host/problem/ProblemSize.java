package org.gatesmith.host.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;
import org.gatesmith.host.UsageException;

/**
 * The scalars of one run and the extents that follow from them. A problem may be larger than one call of the kernel can be: see
 * {@link CallLimits}.
 *
 * @param scalars by name: an integer's value, or the raw bits of a floating-point number
 * @param shapes extents of every array, by name
 * @param random names of the scalars whose value is random
 */
public record ProblemSize(Map<String, Long> scalars, Map<String, List<Long>> shapes, List<String> random) {

    /** Extent of what is neither given nor known from an input. */
    private static final long DEFAULT_EXTENT = 64;

    /**
     * Works out the scalars: from what the user gave, from the shapes of the input files, and for the rest a default for extents
     * and a random value for the others.
     *
     * @param given scalars as the user wrote them
     * @param files extents of the input files, by parameter
     */
    public static ProblemSize of(
            KernelSignature signature, Map<String, String> given, Map<String, List<Long>> files, long seed)
            throws UsageException {
        checkNames(signature, given, files);
        Map<String, Long> scalars = new LinkedHashMap<>();
        for (Parameter.Scalar scalar : signature.scalars().toList()) {
            if (given.containsKey(scalar.name())) {
                scalars.put(scalar.name(), given(scalar, given.get(scalar.name()), signature));
            }
        }
        for (Parameter.Array array : signature.arrays().toList()) {
            if (files.containsKey(array.name())) {
                deduce(array, files.get(array.name()), scalars);
            }
        }
        List<String> random = new ArrayList<>();
        for (Parameter.Scalar scalar : signature.scalars().toList()) {
            if (!scalars.containsKey(scalar.name())) {
                boolean isExtent = isExtent(scalar, signature);
                scalars.put(scalar.name(), isExtent ? defaultExtent(scalar) : ScalarText.random(scalar, seed));
                if (!isExtent) {
                    random.add(scalar.name());
                }
            }
        }
        checkWhole(signature, scalars);
        return new ProblemSize(scalars, shapes(signature, scalars), random);
    }

    /**
     * The extents that follow from known scalars.
     *
     * @param scalars bits of every scalar by name
     * @throws UsageException an extent cannot be computed or is negative
     */
    public static ProblemSize of(KernelSignature signature, Map<String, Long> scalars) throws UsageException {
        return new ProblemSize(scalars, shapes(signature, scalars), List.of());
    }

    /**
     * This size, if one call of the kernel can work on all of it.
     *
     * @throws UsageException it cannot; the message says why
     */
    public ProblemSize inOneCall(KernelSignature signature) throws UsageException {
        Optional<String> trouble = CallLimits.trouble(signature, this);
        if (trouble.isPresent()) {
            throw new UsageException(trouble.get());
        }
        return this;
    }

    /** The scalars as Java boxes them, in the order of the parameters; integers of any width are longs. */
    public Map<String, Object> values(KernelSignature signature) {
        Map<String, Object> values = new LinkedHashMap<>();
        signature.scalars().forEach(scalar -> values.put(scalar.name(), ScalarText.value(scalar.type(), bits(scalar))));
        return values;
    }

    /** Extents of an array, outermost first. */
    public List<Long> shape(Parameter.Array array) {
        return Objects.requireNonNull(shapes.get(array.name()));
    }

    /** Number of elements of an array. */
    public long elements(Parameter.Array array) {
        return shape(array).stream().reduce(1L, Math::multiplyExact);
    }

    /** Bits of a scalar. */
    public long bits(Parameter.Scalar scalar) {
        return Objects.requireNonNull(scalars.get(scalar.name()));
    }

    private static void checkNames(KernelSignature signature, Map<String, String> given, Map<String, List<Long>> files)
            throws UsageException {
        List<String> scalars = signature.scalars().map(Parameter::name).toList();
        List<String> arrays = signature.arrays().map(Parameter::name).toList();
        for (String name : new TreeSet<>(given.keySet())) {
            if (!scalars.contains(name)) {
                throw new UsageException("kernel " + signature.name() + " has no scalar parameter \"" + name + "\""
                        + NearestName.hint(name, scalars) + "; it has " + orNone(scalars));
            }
        }
        for (String name : new TreeSet<>(files.keySet())) {
            if (!arrays.contains(name)) {
                throw new UsageException("kernel " + signature.name() + " has no array parameter \"" + name + "\""
                        + NearestName.hint(name, arrays) + "; it has " + orNone(arrays));
            }
        }
        for (Parameter.Array array : signature.arrays().toList()) {
            if (files.containsKey(array.name()) && !array.direction().isRead()) {
                throw new UsageException(
                        "'" + array.name() + "' is marked @Out: the kernel does not read it, so it takes no"
                                + " input; leave --in " + array.name() + " out, or mark it @InOut");
            }
        }
    }

    private static String orNone(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** Takes the scalars that stand alone as extents from a file's shape. */
    private static void deduce(Parameter.Array array, List<Long> shape, Map<String, Long> scalars)
            throws UsageException {
        if (shape.size() != array.shape().size()) {
            return;
        }
        for (int i = 0; i < shape.size(); i++) {
            if (array.shape().get(i) instanceof Formula.Name name) {
                Long known = scalars.putIfAbsent(name.name(), shape.get(i));
                if (known != null && !known.equals(shape.get(i))) {
                    throw new UsageException("the input for '" + array.name() + "' has "
                            + extentsText(shape) + " elements, which makes " + name.name() + " = " + shape.get(i)
                            + ", but "
                            + name.name() + " is " + known + "; give inputs and --size that agree");
                }
            }
        }
    }

    private static boolean isExtent(Parameter.Scalar scalar, KernelSignature signature) {
        return signature
                .arrays()
                .flatMap(array -> array.shape().stream())
                .anyMatch(extent -> extent.names().contains(scalar.name()));
    }

    private static long defaultExtent(Parameter.Scalar scalar) {
        ValueRange range = scalar.range();
        return range == null ? DEFAULT_EXTENT : Math.clamp(DEFAULT_EXTENT, range.min(), range.max());
    }

    /** No part of a problem is larger than the problem: an extent below the contract stays below it, one above may be cut. */
    private static void checkWhole(KernelSignature signature, Map<String, Long> scalars) throws UsageException {
        for (Parameter.Scalar scalar : signature.scalars().toList()) {
            long value = Objects.requireNonNull(scalars.get(scalar.name()));
            boolean mayBeCut = isExtent(scalar, signature)
                    && value > CallLimits.range(scalar).max();
            Optional<String> trouble = mayBeCut ? Optional.empty() : CallLimits.trouble(scalar, value);
            if (trouble.isPresent()) {
                throw new UsageException(trouble.get());
            }
        }
    }

    /** An extent may exceed its type, as the kernel is then called with parts of it; anything else may not. */
    private static long given(Parameter.Scalar scalar, String text, KernelSignature signature) throws UsageException {
        return isExtent(scalar, signature) ? ScalarText.extent(scalar, text) : ScalarText.bits(scalar, text);
    }

    private static Map<String, List<Long>> shapes(KernelSignature signature, Map<String, Long> scalars)
            throws UsageException {
        Map<String, Long> integers = signature
                .scalars()
                .filter(scalar -> !scalar.type().isFloatingPoint() && scalar.type() != JavaType.BOOLEAN)
                .collect(Collectors.toMap(
                        Parameter::name, scalar -> Objects.requireNonNull(scalars.get(scalar.name()))));
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        for (Parameter.Array array : signature.arrays().toList()) {
            List<Long> shape = new ArrayList<>();
            for (Formula extent : array.shape()) {
                shape.add(extent(extent, array, integers));
            }
            checkCount(array, shape);
            shapes.put(array.name(), List.copyOf(shape));
        }
        return shapes;
    }

    private static void checkCount(Parameter.Array array, List<Long> shape) throws UsageException {
        try {
            long elements = shape.stream().reduce(1L, Math::multiplyExact);
            Math.multiplyExact(elements, array.type().bytes());
        } catch (ArithmeticException _) {
            throw new UsageException("'" + array.name() + "' would have " + extentsText(shape)
                    + " elements, more than 2^63 bytes; choose smaller sizes");
        }
    }

    private static long extent(Formula formula, Parameter.Array array, Map<String, Long> scalars)
            throws UsageException {
        try {
            long extent = formula.evaluate(scalars);
            if (extent >= 0) {
                return extent;
            }
            throw new UsageException("the extent " + formula.text() + " of '" + array.name() + "' is " + extent
                    + "; choose sizes that make it positive");
        } catch (ArithmeticException e) {
            throw new UsageException("the extent " + formula.text() + " of '" + array.name() + "' cannot be computed: "
                    + e.getMessage());
        }
    }

    static String extentsText(List<Long> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
