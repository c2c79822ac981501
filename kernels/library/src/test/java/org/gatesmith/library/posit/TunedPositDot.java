package org.gatesmith.library.posit;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatesmith.library.TunedKernel;

/** {@link PositDot} with other values of its tunables; each choice is compiled once. */
record TunedPositDot(TunedKernel kernel) {
    private static final Map<Tuning, TunedPositDot> COMPILED = new ConcurrentHashMap<>();

    /** One choice of all tunables. */
    record Tuning(int n, int nIn, int esIn, int nOut, int esOut, int wm, PositDotModel.Mode mode) {
        PositDotModel model() {
            return new PositDotModel(new ExactPosit(nIn, esIn), new ExactPosit(nOut, esOut), wm, mode);
        }

        Map<String, Integer> constants() {
            return Map.of(
                    "N", n, "N_IN", nIn, "ES_IN", esIn, "N_OUT", nOut, "ES_OUT", esOut, "WM", wm, "MODE", mode.code());
        }

        private TunedPositDot compile() {
            String folder = "%dx%d.%d-%d.%d-%d-%s".formatted(n, nIn, esIn, nOut, esOut, wm, mode);
            try {
                Path directory = Path.of("target", "tuned-posit-dot", folder);
                return new TunedPositDot(TunedKernel.compile("posit_dot", constants(), directory));
            } catch (Exception e) {
                throw new AssertionError(toString(), e);
            }
        }
    }

    static TunedPositDot of(Tuning tuning) {
        return COMPILED.computeIfAbsent(tuning, Tuning::compile);
    }

    /** Runs the kernel on as many dot products as there are accumulators. */
    short[] run(short[] a, short[] b, short[] acc) {
        short[] out = new short[acc.length];
        try {
            kernel.run(a, b, acc, out, acc.length);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        return out;
    }

    /** Runs the kernel on one dot product. */
    short run(short[] a, short[] b, short acc) {
        return run(a, b, new short[] {acc})[0];
    }
}
