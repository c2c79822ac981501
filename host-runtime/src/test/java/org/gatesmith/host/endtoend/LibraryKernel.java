package org.gatesmith.host.endtoend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.library.KernelLibrary;
import org.gatesmith.library.posit.ExactPosit;
import org.gatesmith.library.posit.PositDotModel;

/**
 * A kernel of the library with chosen constants, and the problem sizes worth trying.
 *
 * @param name as in the library
 * @param tunables constants that differ from the source's
 * @param sizes scalars of the calls, such as {@code "m=3 n=5"}; those left out are as {@code gatesmith run} makes them
 */
record LibraryKernel(String name, Map<String, Long> tunables, List<String> sizes) {

    private static final List<String> GEMM_SIZES = List.of(
            "m=1 n=1 k=1",
            "m=1 n=1 k=0",
            "m=0 n=3 k=3",
            "m=2 n=1 k=3",
            "m=7 n=13 k=5",
            "m=16 n=16 k=64",
            "m=17 n=31 k=33",
            "m=1 n=129 k=2",
            "m=131 n=1 k=37",
            "m=29 n=23 k=131",
            "m=64 n=64 k=64",
            "m=130 n=17 k=65",
            "m=37 n=137 k=41");

    private static final Map<String, List<String>> SIZES = Map.of(
            "vector_add",
                    List.of("n=0", "n=1", "n=2", "n=3", "n=7", "n=31", "n=64", "n=97", "n=1000", "n=1021", "n=4099"),
            "gemm_i8", GEMM_SIZES,
            "gemm_f32", GEMM_SIZES,
            "image_filter",
                    List.of(
                            "h=1 w=1",
                            "h=1 w=2",
                            "h=2 w=1",
                            "h=3 w=3",
                            "h=1 w=37",
                            "h=41 w=1",
                            "h=5 w=7",
                            "h=17 w=64",
                            "h=31 w=29",
                            "h=2 w=1024",
                            "h=61 w=127"),
            "jacobi_2d",
                    List.of(
                            "h=1 w=1",
                            "h=1 w=2",
                            "h=2 w=1",
                            "h=3 w=3",
                            "h=1 w=37",
                            "h=41 w=1",
                            "h=5 w=7",
                            "h=31 w=29",
                            "h=2 w=1024"),
            "relu_linear_attention_i8",
                    List.of(
                            "heads=1 queries=1 keys=1",
                            "heads=1 queries=1 keys=0",
                            "heads=2 queries=0 keys=3",
                            "heads=1 queries=3 keys=5",
                            "heads=2 queries=5 keys=2",
                            "heads=3 queries=7 keys=11",
                            "heads=1 queries=2 keys=512",
                            "heads=4 queries=13 keys=31",
                            "heads=2 queries=49 keys=49"),
            "posit_dot",
                    List.of(
                            "count=0",
                            "count=1",
                            "count=2",
                            "count=3",
                            "count=17",
                            "count=64",
                            "count=131",
                            "count=499"));

    /** All kernels as their sources have them. */
    static List<LibraryKernel> all() {
        return KernelLibrary.all().stream()
                .map(entry -> tuned(entry.name(), ""))
                .toList();
    }

    /** All kernels with constants that make little hardware of them. */
    static List<LibraryKernel> small() {
        Map<String, String> tunables = Map.of(
                "gemm_i8", "ROWS=4 COLS=4 DEPTH=64 BLOCK=1",
                "gemm_f32", "ROWS=2 COLS=2 DEPTH=32 BLOCK=4",
                "image_filter", "MAX_WIDTH=1024",
                "jacobi_2d", "MAX_WIDTH=2048",
                "relu_linear_attention_i8", "DIM=8",
                "posit_dot", "N=3 N_IN=6 ES_IN=1 N_OUT=10 ES_OUT=1 WM=10 MODE=0");
        return KernelLibrary.all().stream()
                .map(entry -> tuned(entry.name(), tunables.getOrDefault(entry.name(), "")))
                .toList();
    }

    /** At least three other choices of constants for every kernel that has tunables. */
    static List<LibraryKernel> tuned() {
        return List.of(
                tuned("gemm_i8", "ROWS=4 COLS=4 DEPTH=64 BLOCK=1"),
                tuned("gemm_i8", "ROWS=8 COLS=16 DEPTH=64 BLOCK=2"),
                tuned("gemm_i8", "ROWS=32 COLS=4 DEPTH=256 BLOCK=4"),
                tuned("gemm_f32", "ROWS=2 COLS=4 DEPTH=32 BLOCK=4"),
                tuned("gemm_f32", "ROWS=4 COLS=2 DEPTH=128 BLOCK=8"),
                tuned("gemm_f32", "ROWS=16 COLS=16 DEPTH=32 BLOCK=4"),
                tuned("image_filter", "MAX_WIDTH=1024"),
                tuned("image_filter", "MAX_WIDTH=2048"),
                tuned("image_filter", "MAX_WIDTH=8192"),
                tuned("jacobi_2d", "MAX_WIDTH=1024"),
                tuned("jacobi_2d", "MAX_WIDTH=2048"),
                tuned("jacobi_2d", "MAX_WIDTH=8192"),
                tuned("relu_linear_attention_i8", "DIM=8"),
                tuned("relu_linear_attention_i8", "DIM=32"),
                tuned("posit_dot", "N=1 N_IN=8 ES_IN=0 N_OUT=8 ES_OUT=0 WM=58 MODE=1"),
                tuned("posit_dot", "N=16 N_IN=16 ES_IN=2 N_OUT=16 ES_OUT=2 WM=58 MODE=1"),
                tuned("posit_dot", "N=4 N_IN=13 ES_IN=2 N_OUT=16 ES_OUT=2 WM=14 MODE=0"),
                tuned("posit_dot", "N=3 N_IN=6 ES_IN=1 N_OUT=10 ES_OUT=1 WM=10 MODE=0"));
    }

    private static LibraryKernel tuned(String name, String tunables) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String tunable : tunables.isEmpty() ? List.<String>of() : List.of(tunables.split(" ", -1))) {
            int sign = tunable.indexOf('=');
            values.put(tunable.substring(0, sign), Long.valueOf(tunable.substring(sign + 1)));
        }
        return new LibraryKernel(name, values, SIZES.getOrDefault(name, List.of("")));
    }

    /** How to compile it. */
    CompileRequest request() throws Exception {
        return new CompileRequest(
                KernelLocator.locate(name).source(), name, tunables, Schedule.EMPTY, Pipeline.standard());
    }

    /** The model that comes with it; that of {@code posit_dot} is made for the chosen constants. */
    Place reference() {
        return name.equals("posit_dot") && !tunables.isEmpty()
                ? this::positDotModel
                : Place.calling(KernelLibrary.find(name).orElseThrow().reference());
    }

    private Map<String, org.gatesmith.host.data.Elements> positDotModel(KernelCall call) {
        PositDotModel model = new PositDotModel(
                format("N_IN", "ES_IN"),
                format("N_OUT", "ES_OUT"),
                Math.toIntExact(tunables.get("WM")),
                PositDotModel.Mode.of(Math.toIntExact(tunables.get("MODE"))));
        Map<String, org.gatesmith.host.data.Elements> after = call.copies();
        int n = Math.toIntExact(tunables.get("N"));
        for (long i = 0; i < after.get("out").count(); i++) {
            short[] a = row(call, "a", i, n);
            short[] b = row(call, "b", i, n);
            short acc = (short) call.before().get("acc").bits(i);
            after.get("out").setBits(i, model.published(a, b, acc));
        }
        return after;
    }

    private ExactPosit format(String bits, String exponentBits) {
        return new ExactPosit(Math.toIntExact(tunables.get(bits)), Math.toIntExact(tunables.get(exponentBits)));
    }

    private static short[] row(KernelCall call, String array, long row, int n) {
        short[] codes = new short[n];
        for (int j = 0; j < n; j++) {
            codes[j] = (short) call.before().get(array).bits(row * n + j);
        }
        return codes;
    }

    @Override
    public String toString() {
        return name
                + tunables.entrySet().stream()
                        .map(tunable -> " " + tunable.getKey() + "=" + tunable.getValue())
                        .collect(Collectors.joining());
    }
}
