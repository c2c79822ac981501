package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.FormulaSyntaxException;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.problem.ProblemSize;

/** Kernels that need not exist, at small sizes, cut at random. */
final class RandomNests {

    private static final int MOST_UNITS = 6;

    private final Random random;

    /** Of each scalar: its kind, and by how many units the outputs exceed it. */
    private final Map<String, LoopKind> kinds = new LinkedHashMap<>();

    private final Map<String, Integer> shifts = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    private RandomNests(long seed) {
        this.random = new Random(seed);
    }

    /** A nest with the signature that it was made for. */
    record Sample(KernelSignature signature, ProblemSize size, TileNest nest) {

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>(List.of(size.scalars().toString()));
            signature
                    .arrays()
                    .forEach(array -> parts.add(array.direction() + " " + array.name()
                            + array.shape().stream().map(Formula::text).toList()));
            nest.loops().forEach(loop -> parts.add(loop.kind() + " " + loop.scalar() + " by " + loop.step()));
            return String.join(", ", parts) + ", depth " + nest.depth();
        }
    }

    static Arbitrary<Sample> samples() {
        return Arbitraries.longs().map(seed -> new RandomNests(seed).sample());
    }

    private Sample sample() {
        int scalars = 1 + random.nextInt(3);
        for (int i = 0; i < scalars; i++) {
            String name = "s" + i;
            LoopKind kind = random.nextInt(3) == 0 ? LoopKind.REDUCTION : LoopKind.PARALLEL;
            int shift = kind == LoopKind.PARALLEL ? random.nextInt(5) - 2 : 0;
            kinds.put(name, kind);
            shifts.put(name, shift);
            sizes.put(name, (long) Math.max(0, 1 + random.nextInt(MOST_UNITS) - shift));
        }
        try {
            KernelSignature signature = signature();
            ProblemSize size = ProblemSize.of(signature, sizes);
            return new Sample(signature, size, nest(signature, size));
        } catch (UsageException | FormulaSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private KernelSignature signature() throws FormulaSyntaxException {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            parameters.add(input("in" + i, i == 0));
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            parameters.add(output("out" + i));
        }
        kinds.keySet().forEach(name -> parameters.add(new Parameter.Scalar(name, JavaType.INT, null)));
        return new KernelSignature("k", "K", "k", parameters, Tolerance.EXACT, "");
    }

    /** An input that has some of the scalars, the first one all of them; strides from 1 to 3, halos from 0 to 3. */
    private Parameter.Array input(String name, boolean all) throws FormulaSyntaxException {
        List<Formula> shape = new ArrayList<>();
        for (String scalar : shuffled()) {
            if (all || random.nextBoolean()) {
                int stride = 1 + random.nextInt(3);
                int rest = stride * shifts.get(scalar) + random.nextInt(4);
                shape.add(extent(stride, scalar, rest));
            }
        }
        return array(name, Direction.IN, shape);
    }

    private Parameter.Array output(String name) throws FormulaSyntaxException {
        List<Formula> shape = new ArrayList<>();
        for (String scalar : shuffled()) {
            if (kinds.get(scalar) == LoopKind.PARALLEL) {
                int stride = 1 + random.nextInt(3);
                shape.add(extent(stride, scalar, stride * shifts.get(scalar)));
            }
        }
        boolean adds = kinds.containsValue(LoopKind.REDUCTION) || random.nextBoolean();
        return array(name, adds ? Direction.INOUT : Direction.OUT, shape);
    }

    private Parameter.Array array(String name, Direction direction, List<Formula> shape) throws FormulaSyntaxException {
        if (shape.isEmpty() || random.nextInt(4) == 0) {
            shape.add(random.nextInt(shape.size() + 1), Formula.parse("2"));
        }
        JavaType type = random.nextBoolean() ? JavaType.INT : JavaType.BYTE;
        return new Parameter.Array(name, type, null, direction, shape, "gmem_" + name);
    }

    private static Formula extent(int stride, String scalar, int rest) throws FormulaSyntaxException {
        return Formula.parse(stride + " * " + scalar + (rest < 0 ? " - " + -rest : " + " + rest));
    }

    private List<String> shuffled() {
        List<String> names = new ArrayList<>(kinds.keySet());
        Collections.shuffle(names, random);
        return names;
    }

    private TileNest nest(KernelSignature signature, ProblemSize size) {
        List<TileLoop> loops = new ArrayList<>();
        for (LoopKind kind : LoopKind.values()) {
            for (String scalar : shuffled()) {
                if (kinds.get(scalar) == kind && random.nextInt(5) > 0) {
                    SplitDimension dimension = ShapeAnalysis.dimension(signature, size.scalars(), scalar)
                            .orElseThrow();
                    loops.add(new TileLoop(dimension, 1 + random.nextInt(MOST_UNITS)));
                }
            }
        }
        TileNest nest = TileNest.of(signature, size, loops, 1 + random.nextInt(4));
        for (TiledArray array : nest.arrays()) {
            if (!array.array().direction().isWritten()) {
                nest = nest.withLevel(
                        array, array.levels().get(random.nextInt(array.levels().size())));
            }
        }
        return nest;
    }

    /** Units of a scalar that the whole problem has. */
    static long units(Sample sample, String scalar) {
        return ShapeAnalysis.dimension(sample.signature(), sample.size().scalars(), scalar)
                .orElseThrow()
                .units();
    }
}
