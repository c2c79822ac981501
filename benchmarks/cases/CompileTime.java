import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.kernel.KernelLocator;

/**
 * Takes kernels from Java to HLS C++ or Verilog in one JVM, javac compiling the same file beside it. Prints a line for each kernel: name,
 * seconds of the first time, median seconds of the timed rounds after the warm-up, and the median ratio to javac.
 *
 * <p>Arguments: hls or verilog, rounds before the timed ones, timed rounds, board, kernels.
 */
final class CompileTime {

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final Target target;
    private final String board;
    private final Path classes;

    private CompileTime(Target target, String board, Path classes) {
        this.target = target;
        this.board = board;
        this.classes = classes;
    }

    /** What the kernels become. */
    private enum Target {
        HLS,
        VERILOG
    }

    public static void main(String[] arguments) throws Exception {
        Target target = Target.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int warmUp = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        List<String> kernels = Arrays.asList(arguments).subList(4, arguments.length);
        Path classes = Files.createTempDirectory("compile-time-");
        try {
            new CompileTime(target, arguments[3], classes).measure(kernels, warmUp, rounds);
        } finally {
            delete(classes);
        }
    }

    private void measure(List<String> kernels, int warmUp, int rounds) throws Exception {
        double[] first = new double[kernels.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = gatesmith(kernels.get(i));
        }
        for (int round = 0; round < warmUp; round++) {
            for (String kernel : kernels) {
                gatesmith(kernel);
                javac(kernel);
            }
        }
        for (int i = 0; i < first.length; i++) {
            report(kernels.get(i), first[i], rounds);
        }
    }

    private void report(String kernel, double first, int rounds) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double ours = gatesmith(kernel);
            seconds.add(ours);
            ratios.add(ours / javac(kernel));
        }
        System.out.printf(Locale.ROOT, "%s %.3f %.4f %.2f%n", kernel, first, median(seconds), median(ratios));
    }

    /** Seconds from the kernel's name to its text. */
    private double gatesmith(String kernel) throws Exception {
        long start = System.nanoTime();
        KernelLocator.Located located = KernelLocator.locate(kernel);
        CompiledKernel compiled = KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
        int files = switch (target) {
            case HLS -> compiled.hlsCpp(board, Map.of()).files().size();
            case VERILOG -> {
                Board device = Boards.all().stream()
                        .filter(candidate -> candidate.name().equals(board))
                        .findFirst()
                        .orElseThrow();
                yield compiled.verilog(device, device.clocks().kernelDefault())
                        .rtl()
                        .files()
                        .size();
            }
        };
        double seconds = secondsSince(start);
        if (files == 0) {
            throw new IllegalStateException(kernel + " has become no files");
        }
        return seconds;
    }

    /** Seconds that javac takes for the kernel's file. */
    private double javac(String kernel) throws UsageException {
        List<JavaFileObject> texts = new ArrayList<>();
        for (KernelSource.File file : KernelLocator.locate(kernel).source().files()) {
            texts.add(new Text(file.binaryPath(), file.text()));
        }
        List<String> options = List.of(
                "-proc:none", "-implicit:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        long start = System.nanoTime();
        if (!javac.getTask(null, null, null, options, null, texts).call()) {
            throw new IllegalStateException("javac rejects " + kernel);
        }
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A source file in memory. */
    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
