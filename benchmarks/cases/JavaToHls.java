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
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.kernel.KernelLocator;

/**
 * Takes kernels from Java to HLS C++ in one JVM, javac compiling the same file beside it. Prints a line for each kernel: name,
 * seconds of the first time, median seconds of the timed rounds after the warm-up, and the median ratio to javac.
 *
 * <p>Arguments: rounds, board, kernels.
 */
final class JavaToHls {

    /** Rounds before the timed ones; the figures of later rounds hardly fall any further. */
    private static final int WARM_UP = 20;

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final String board;
    private final Path classes;

    private JavaToHls(String board, Path classes) {
        this.board = board;
        this.classes = classes;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<String> kernels = Arrays.asList(arguments).subList(2, arguments.length);
        Path classes = Files.createTempDirectory("java-to-hls-");
        try {
            new JavaToHls(arguments[1], classes).measure(kernels, rounds);
        } finally {
            delete(classes);
        }
    }

    private void measure(List<String> kernels, int rounds) throws Exception {
        double[] first = new double[kernels.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = gatesmith(kernels.get(i));
        }
        for (int round = 0; round < WARM_UP; round++) {
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

    /** Seconds from the kernel's name to its HLS C++. */
    private double gatesmith(String kernel) throws UsageException, DiagnosticException {
        long start = System.nanoTime();
        KernelLocator.Located located = KernelLocator.locate(kernel);
        int files = KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()))
                .hlsCpp(board, Map.of())
                .files()
                .size();
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
