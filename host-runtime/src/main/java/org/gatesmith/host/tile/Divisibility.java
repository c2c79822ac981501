package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.problem.ProblemSize;

/** Finds the dimensions that can be cut: those that the shapes permit, then those of them that the kernel permits. */
final class Divisibility {

    private final SplitProbe probe;
    private final List<SplitDimension> candidates = new ArrayList<>();
    private final List<Unsplit> unsplit = new ArrayList<>();

    Divisibility(CompiledKernel kernel, ProblemSize size) {
        this.probe = new SplitProbe(kernel, size);
        for (Splitting splitting : ShapeAnalysis.of(kernel.signature(), size.scalars())) {
            switch (splitting) {
                case Splitting.Possible possible -> candidates.add(possible.dimension());
                case Splitting.Impossible impossible ->
                    unsplit.add(new Unsplit(impossible.scalar(), impossible.reason()));
            }
        }
    }

    /** Those that are not cut, with what is known so far. */
    List<Unsplit> unsplit() {
        return List.copyOf(unsplit);
    }

    /**
     * Runs the kernel on the JVM and returns the dimensions that pass, each alone and all together. Parallel ones and large ones
     * come first: where two exclude each other, the first stays.
     */
    List<GranularDimension> tested() {
        List<GranularDimension> permitted = new ArrayList<>();
        List<SplitDimension> ordered = candidates.stream()
                .filter(dimension -> dimension.units() > 1)
                .sorted(Comparator.comparing(SplitDimension::kind)
                        .thenComparing(
                                Comparator.comparingLong(SplitDimension::units).reversed()))
                .toList();
        for (SplitDimension dimension : ordered) {
            Optional<String> obstacle = conflict(dimension, permitted).or(() -> test(dimension, permitted));
            obstacle.ifPresent(reason -> unsplit.add(new Unsplit(dimension.scalar(), reason)));
        }
        return List.copyOf(permitted);
    }

    /** Adds a dimension if it passes; what was found otherwise. */
    private Optional<String> test(SplitDimension dimension, List<GranularDimension> permitted) {
        return switch (probe.test(dimension)) {
            case SplitProbe.Refused refused -> Optional.of(refused.reason());
            case SplitProbe.Permitted alone -> {
                List<GranularDimension> together = new ArrayList<>(permitted);
                together.add(alone.dimension());
                Optional<String> trouble = together.size() == 1 ? Optional.empty() : probe.testTogether(together);
                if (trouble.isEmpty()) {
                    permitted.add(alone.dimension());
                }
                yield trouble;
            }
        };
    }

    /** An extent can be cut by one scalar only. */
    private static Optional<String> conflict(SplitDimension dimension, List<GranularDimension> permitted) {
        for (GranularDimension other : permitted) {
            for (Map.Entry<String, Cut> cut : dimension.cuts().entrySet()) {
                Cut same = other.dimension().cuts().get(cut.getKey());
                if (same != null && same.dimension() == cut.getValue().dimension()) {
                    return Optional.of("one extent of '" + cut.getKey() + "' depends on it and on " + other.scalar()
                            + ", which is cut");
                }
            }
        }
        return Optional.empty();
    }
}
