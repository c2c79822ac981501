package org.gatesmith.host.stream;

import java.util.List;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.FloatValues;
import org.gatesmith.host.data.RandomInputs;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.SliceRuns;

/** An array whose elements are computed from their index as they are needed. */
public final class GeneratedSource implements TileSource {

    private final Generator generator;
    private final List<Long> shape;

    private GeneratedSource(Generator generator, List<Long> shape) {
        this.generator = generator;
        this.shape = List.copyOf(shape);
    }

    /** What an element is; the same whenever it is asked, and by any thread. */
    @FunctionalInterface
    public interface ElementFunction {

        /**
         * The bits of an element, in the representation of {@link Elements#bits(long)}.
         *
         * @param index row-major index in the whole array
         */
        long bits(long index);
    }

    /** Fills consecutive elements. */
    private interface Generator {
        void fill(long first, Elements target);
    }

    /** An array given by a function. */
    public static GeneratedSource of(ElementFunction function, List<Long> shape) {
        return new GeneratedSource(
                (first, target) -> {
                    for (long i = 0; i < target.count(); i++) {
                        target.setBits(i, function.bits(first + i));
                    }
                },
                shape);
    }

    /** Random elements within the parameter's contract, as {@link RandomInputs} defines them. */
    public static GeneratedSource random(Parameter.Array array, List<Long> shape, long seed) {
        RandomInputs random = new RandomInputs(seed);
        return new GeneratedSource(
                array.type().isFloatingPoint()
                        ? (first, target) -> random.fillFloats(array.name(), target, first, FloatValues.ORDINARY)
                        : (first, target) -> random.fillIntegers(array.name(), target, first, array.range()),
                shape);
    }

    @Override
    public void read(Slice slice, Elements target) {
        SliceRuns runs = new SliceRuns(slice, shape);
        for (long run = 0; run < runs.count(); run++) {
            generator.fill(runs.start(run), target.slice(run * runs.length(), runs.length()));
        }
    }
}
