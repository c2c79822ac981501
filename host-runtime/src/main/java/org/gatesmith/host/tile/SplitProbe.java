package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.problem.CallLimits;
import org.gatesmith.host.problem.ProblemSize;

/**
 * Tests whether a kernel permits what its shapes permit. Shapes say how arrays are cut, not that an element of the output
 * depends on the tile's elements only: a filter may replicate the border of its image, a normalisation may sum over a row, a sum
 * of floating-point numbers depends on its order. So the Java method runs at small sizes, whole and in tiles, on the same random
 * contents with edge values, and both results are compared. This is a test, not a proof.
 */
final class SplitProbe {

    /** Tiles of a kernel that works in blocks must be whole blocks; powers of two up to here cover usual block sizes. */
    private static final List<Long> GRANULES = List.of(1L, 16L, 128L);

    /** Extent of dimensions that are not being cut. Distinct small numbers tell dimensions apart. */
    private static final long SMALL_EXTENT = 5;

    /** Units of a trial that looks for effects over a distance. */
    private static final long FAR = 300;

    /** Comparisons per granule. */
    private static final int TRIALS = 4;

    /** Scalars beyond this may be numbers of iterations: they are tested with the run's own value only. */
    private static final long LARGEST_EXTREME = 1024;

    private final KernelSignature signature;
    private final ProblemSize size;
    private final Device jvm;

    SplitProbe(CompiledKernel kernel, ProblemSize size) {
        this.signature = kernel.signature();
        this.size = size;
        this.jvm = new JvmDevice(kernel);
    }

    /** A granule at which the results stay the same, or why there is none. */
    sealed interface Verdict {}

    /** Tiles may be any multiple of the granule. */
    record Permitted(GranularDimension dimension) implements Verdict {}

    /** What was found. */
    record Refused(String reason) implements Verdict {}

    /** Tests one dimension by itself. */
    Verdict test(SplitDimension dimension) {
        Optional<ProbeOutcome> first = Optional.empty();
        for (long granule : GRANULES) {
            GranularDimension candidate = new GranularDimension(dimension, granule);
            List<ProbeTrial> trials = trials(candidate);
            Optional<ProbeOutcome> trouble = trouble(trials);
            if (!trials.isEmpty() && trouble.isEmpty()) {
                return new Permitted(candidate);
            }
            first = first.isPresent() ? first : trouble;
        }
        return new Refused(first.map(outcome -> reason(dimension, outcome))
                .orElse("the contract of " + dimension.scalar() + " leaves no room for tiles"));
    }

    /** Tests dimensions together that each passed alone; what was found if they do not pass. */
    Optional<String> testTogether(List<GranularDimension> dimensions) {
        long granule =
                dimensions.stream().mapToLong(GranularDimension::granule).max().orElse(1);
        Map<String, Long> scalars =
                others(dimensions.stream().map(GranularDimension::scalar).toList(), granule, 0);
        Map<String, Long> steps = new LinkedHashMap<>();
        long tiles = granule > GRANULES.get(1) ? 2 : 5;
        for (GranularDimension dimension : dimensions) {
            Room room = room(dimension, scalars);
            long units = tiles * room.smallest() + room.remainder();
            scalars.put(dimension.scalar(), room.scalar(Math.min(units, room.most())));
            steps.put(dimension.scalar(), tiles / 2 * room.smallest());
        }
        List<ProbeTrial> trials = LongStream.rangeClosed(1, 2)
                .mapToObj(seed -> new ProbeTrial(signature, scalars, steps, seed))
                .toList();
        String names = dimensions.stream().map(GranularDimension::scalar).collect(Collectors.joining(" and "));
        return trouble(trials).map(outcome -> "cutting " + names + " together " + text(outcome));
    }

    private Optional<ProbeOutcome> trouble(List<ProbeTrial> trials) {
        return trials.stream()
                .map(trial -> trial.on(jvm))
                .filter(outcome -> !(outcome instanceof ProbeOutcome.Equal))
                .findFirst();
    }

    /** Every form that there is room for, and every extreme of the other scalars. */
    private List<ProbeTrial> trials(GranularDimension candidate) {
        String scalar = candidate.scalar();
        Room room = room(candidate, others(List.of(scalar), candidate.granule(), 0));
        List<Form> forms = forms(room);
        List<ProbeTrial> trials = new ArrayList<>();
        for (int i = 0; i < TRIALS && !forms.isEmpty(); i++) {
            Map<String, Long> scalars = others(List.of(scalar), candidate.granule(), i);
            Form form = forms.get(i % forms.size());
            scalars.put(scalar, room(candidate, scalars).scalar(form.units()));
            trials.add(new ProbeTrial(signature, scalars, Map.of(scalar, form.step()), i + 1));
        }
        return trials;
    }

    /** Units of a trial and of its tiles. */
    private record Form(long units, long step) {}

    /** Equal tiles, uneven tiles, few and many; the last looks far. */
    private static List<Form> forms(Room room) {
        long q = room.smallest();
        long far = Math.max(q, Math.min(FAR, room.most()) / q * q);
        return Stream.of(
                        new Form(2 * q + room.remainder(), q),
                        new Form(5 * q + room.remainder(), 2 * q),
                        new Form(7 * q + room.remainder(), 3 * q),
                        new Form(far, Math.max(q, far / 2 / q * q)))
                .filter(form -> form.units() <= room.most() && form.units() > form.step())
                .toList();
    }

    /**
     * What the contract of a scalar leaves to a trial, in units.
     *
     * @param smallest of a tile
     * @param remainder of the last tile, as in the problem itself, for kernels that take only multiples of something
     * @param most of the whole trial, never more than the problem has
     */
    private record Room(SplitDimension dimension, long smallest, long remainder, long most) {

        long scalar(long units) {
            return dimension.scalarFor(units);
        }
    }

    private Room room(GranularDimension candidate, Map<String, Long> scalars) {
        String scalar = candidate.scalar();
        scalars.put(scalar, size.scalars().getOrDefault(scalar, 1L));
        SplitDimension here =
                ShapeAnalysis.dimension(signature, scalars, scalar).orElseThrow();
        ValueRange range = CallLimits.range(scalar(scalar));
        long least = here.leastUnits(signature);
        long granule = candidate.granule();
        long smallest = Math.ceilDiv(least, granule) * granule;
        long remainder = candidate.dimension().units() % granule;
        while (remainder > 0 && remainder < least) {
            remainder += granule;
        }
        long most = Math.min(
                range.max(),
                candidate.dimension().scalarFor(candidate.dimension().units()));
        return new Room(here, smallest, remainder, most + here.shift());
    }

    /** Values of the scalars that are not cut: small extents, and for the rest what is usual and what is extreme. */
    private Map<String, Long> others(List<String> cut, long granule, int trial) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Parameter.Scalar scalar : signature.scalars().toList()) {
            long value = size.bits(scalar);
            if (!cut.contains(scalar.name()) && ShapeAnalysis.isExtent(signature, scalar)) {
                value = smallExtent(scalar, value, granule, values.size());
            } else if (!cut.contains(scalar.name())) {
                value = extreme(scalar, value, trial);
            }
            values.put(scalar.name(), value);
        }
        return values;
    }

    private static long smallExtent(Parameter.Scalar scalar, long value, long granule, int position) {
        long small = SMALL_EXTENT + position;
        if (granule > 1) {
            small = value % granule == 0 ? granule : value % granule;
        }
        ValueRange range = CallLimits.range(scalar);
        return Math.min(value, Math.clamp(small, range.min(), range.max()));
    }

    private static long extreme(Parameter.Scalar scalar, long value, int trial) {
        ValueRange contract = scalar.range();
        if (contract == null || scalar.type().isFloatingPoint()) {
            return value;
        }
        return switch (trial) {
            case 1 -> Math.abs(contract.min()) <= LARGEST_EXTREME ? contract.min() : value;
            case 2 -> Math.abs(contract.max()) <= LARGEST_EXTREME ? contract.max() : value;
            default -> value;
        };
    }

    private Parameter.Scalar scalar(String name) {
        return signature
                .scalars()
                .filter(scalar -> scalar.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(SplitDimension dimension, ProbeOutcome outcome) {
        String advice = switch (outcome) {
            case ProbeOutcome.Different _
            when dimension.kind() == LoopKind.PARALLEL ->
                ". The result there depends on elements outside of the tile. If it needs neighbours, give the input"
                        + " a halo, such as @Shape(\"" + dimension.scalar()
                        + " + 2\"), instead of a border that the kernel makes up";
            case ProbeOutcome.Different _ ->
                ". The kernel does not go on exactly where its last call ended; sums of floating-point numbers"
                        + " must start from the old value and add in ascending order";
            default -> "";
        };
        return "cutting " + dimension.scalar() + " " + text(outcome) + advice;
    }

    private static String text(ProbeOutcome outcome) {
        return switch (outcome) {
            case ProbeOutcome.Different different -> different.text();
            case ProbeOutcome.Failed failed -> failed.text();
            case ProbeOutcome.Equal _ -> "nothing";
        };
    }
}
