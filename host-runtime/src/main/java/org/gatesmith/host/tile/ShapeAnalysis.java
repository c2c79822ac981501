package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** Reads from the shapes of a kernel's arrays which of its scalars can be cut. */
final class ShapeAnalysis {

    private final KernelSignature signature;
    private final Map<String, Long> scalars;

    private ShapeAnalysis(KernelSignature signature, Map<String, Long> scalars) {
        this.signature = signature;
        this.scalars = scalars;
    }

    /**
     * All scalars that occur in an extent, in the order of the parameters.
     *
     * @param scalars the problem's size; strides and halos may depend on it
     */
    static List<Splitting> of(KernelSignature signature, Map<String, Long> scalars) {
        ShapeAnalysis analysis = new ShapeAnalysis(signature, scalars);
        return signature
                .scalars()
                .filter(scalar -> isExtent(signature, scalar))
                .map(scalar -> analysis.analyse(scalar.name()))
                .toList();
    }

    /** The scalar's dimension; empty if the shapes do not permit to cut it. */
    static Optional<SplitDimension> dimension(KernelSignature signature, Map<String, Long> scalars, String scalar) {
        return new ShapeAnalysis(signature, scalars).analyse(scalar) instanceof Splitting.Possible possible
                ? Optional.of(possible.dimension())
                : Optional.empty();
    }

    /** Whether a scalar occurs in an extent. */
    static boolean isExtent(KernelSignature signature, Parameter.Scalar scalar) {
        return !scalar.type().isFloatingPoint()
                && scalar.type() != JavaType.BOOLEAN
                && signature.arrays().anyMatch(array -> occurs(array, scalar.name()));
    }

    /** An extent {@code coefficient · scalar + rest} of an array. */
    private record LinearExtent(Parameter.Array array, int dimension, long coefficient, long rest) {

        boolean isWritten() {
            return array.direction().isWritten();
        }

        String text() {
            return array.shape().get(dimension).text();
        }
    }

    /** Why a scalar cannot be cut. */
    private static final class Obstacle extends Exception {
        private static final long serialVersionUID = 1L;

        Obstacle(String reason) {
            super(reason, null, false, false);
        }
    }

    private Splitting analyse(String scalar) {
        try {
            List<LinearExtent> extents = new ArrayList<>();
            for (Parameter.Array array : signature.arrays().toList()) {
                if (occurs(array, scalar)) {
                    extents.add(extent(array, scalar));
                }
            }
            LoopKind kind = kind(scalar, extents);
            long shift = kind == LoopKind.PARALLEL ? outputShift(extents) : inputShift(extents);
            Map<String, Cut> cuts = new LinkedHashMap<>();
            for (LinearExtent extent : extents) {
                cuts.put(extent.array().name(), cut(scalar, extent, shift));
            }
            long units = Math.addExact(scalars.getOrDefault(scalar, 0L), shift);
            return new Splitting.Possible(new SplitDimension(scalar, kind, units, shift, cuts));
        } catch (Obstacle e) {
            return new Splitting.Impossible(scalar, String.valueOf(e.getMessage()));
        }
    }

    private static boolean occurs(Parameter.Array array, String scalar) {
        return array.shape().stream().anyMatch(extent -> extent.names().contains(scalar));
    }

    private LinearExtent extent(Parameter.Array array, String scalar) throws Obstacle {
        List<Formula> shape = array.shape();
        int found = -1;
        for (int i = 0; i < shape.size(); i++) {
            if (shape.get(i).names().contains(scalar)) {
                if (found >= 0) {
                    throw new Obstacle("two extents of '" + array.name() + "' depend on it, "
                            + shape.get(found).text() + " and " + shape.get(i).text());
                }
                found = i;
            }
        }
        return linear(array, found, scalar);
    }

    private LinearExtent linear(Parameter.Array array, int dimension, String scalar) throws Obstacle {
        Formula formula = array.shape().get(dimension);
        String name = "the extent " + formula.text() + " of '" + array.name() + "'";
        Polynomial polynomial = Polynomial.of(formula)
                .filter(p -> p.degree(scalar) <= 1)
                .orElseThrow(() -> new Obstacle(name + " is not linear in it"));
        long coefficient = polynomial.coefficientOf(scalar).evaluate(scalars);
        if (coefficient <= 0) {
            throw new Obstacle(name + " does not grow with it");
        }
        return new LinearExtent(
                array, dimension, coefficient, polynomial.without(scalar).evaluate(scalars));
    }

    private LoopKind kind(String scalar, List<LinearExtent> extents) throws Obstacle {
        List<Parameter.Array> written = signature
                .arrays()
                .filter(array -> array.direction().isWritten())
                .toList();
        if (written.isEmpty()) {
            throw new Obstacle("the kernel writes no array");
        }
        List<Parameter.Array> without =
                written.stream().filter(array -> !occurs(array, scalar)).toList();
        if (without.isEmpty()) {
            return LoopKind.PARALLEL;
        }
        Optional<LinearExtent> with =
                extents.stream().filter(LinearExtent::isWritten).findFirst();
        if (with.isPresent()) {
            throw new Obstacle("'" + with.get().array().name() + "' depends on it and '"
                    + without.getFirst().name() + "' does not, although the kernel writes both");
        }
        Optional<Parameter.Array> out = without.stream()
                .filter(array -> array.direction() == Direction.OUT)
                .findFirst();
        if (out.isPresent()) {
            throw new Obstacle(
                    "'" + out.get().name() + "' does not depend on it, so every tile would overwrite it; a kernel"
                            + " that adds to it instead, with @InOut, can be cut");
        }
        return LoopKind.REDUCTION;
    }

    /** Units of a parallel dimension are the elements that are written. */
    private static long outputShift(List<LinearExtent> extents) throws Obstacle {
        List<LinearExtent> written =
                extents.stream().filter(LinearExtent::isWritten).toList();
        LinearExtent first = written.getFirst();
        for (LinearExtent extent : written) {
            if (extent.rest() % extent.coefficient() != 0) {
                throw new Obstacle("the extent " + extent.text() + " of '"
                        + extent.array().name() + "' is no multiple of " + extent.coefficient() + " elements");
            }
            if (extent.rest() / extent.coefficient() != first.rest() / first.coefficient()) {
                throw new Obstacle("the outputs '" + first.array().name() + "' and '"
                        + extent.array().name()
                        + "' depend on it in different ways, " + first.text() + " and " + extent.text()
                        + ", so that one call of the kernel writes different parts of them");
            }
        }
        return first.rest() / first.coefficient();
    }

    /** Units of a reduction are the scalar's own, or fewer where an input has fewer elements. */
    private static long inputShift(List<LinearExtent> extents) {
        return extents.stream()
                .mapToLong(extent -> Math.min(0, Math.floorDiv(extent.rest(), extent.coefficient())))
                .min()
                .orElse(0);
    }

    private static Cut cut(String scalar, LinearExtent extent, long shift) throws Obstacle {
        long halo = Math.subtractExact(extent.rest(), Math.multiplyExact(extent.coefficient(), shift));
        if (halo < 0) {
            throw new Obstacle("the extent " + extent.text() + " of '"
                    + extent.array().name() + "' is smaller than what the outputs have per unit of " + scalar);
        }
        return new Cut(extent.dimension(), extent.coefficient(), halo);
    }
}
