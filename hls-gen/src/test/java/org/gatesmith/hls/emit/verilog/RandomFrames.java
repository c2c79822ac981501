package org.gatesmith.hls.emit.verilog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelFiles;
import org.gatesmith.hls.scheduler.DesignCheck;

/**
 * Random kernels that call a dataflow method in a loop. Its processes stand in a row; each takes what others hand it through arrays and
 * FIFOs of random sizes, keeps an array of its own from frame to frame, and takes a random time.
 */
final class RandomFrames {

    static final String CLASS = "Frames";

    private final SplittableRandom random;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private boolean hasFifos;

    /** A process under construction. */
    private record Process(List<String> parameters, List<String> operands, List<String> statements) {
        Process() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void takes(String type, String name, String operand) {
            parameters.add(type + " " + name);
            operands.add(operand);
        }
    }

    private RandomFrames(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * A Java class.
     *
     * @param fifos whether processes may be joined by FIFOs
     */
    static String text(long seed, boolean fifos) {
        return new RandomFrames(seed).text(fifos);
    }

    private String text(boolean fifos) {
        hasFifos = fifos;
        int count = random.nextInt(2, 5);
        for (int i = 0; i < count; i++) {
            processes.add(process(i));
        }
        for (int from = 0; from < count; from++) {
            for (int to = from + 1; to < count; to++) {
                if (to == from + 1 || random.nextInt(3) == 0) {
                    link(from, to);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            Process process = processes.get(i);
            process.takes("int[]", "state", "state" + i);
            process.statements()
                    .add(loop("for (P int j = 0; j < 4; j++) state[j] = state[j] * %d + sum + j;"
                            .formatted(random.nextInt(1, 9))));
        }
        return String.join("\n", lines()) + "\n";
    }

    /** The first process reads board memory, the last one writes it; any may take numbers of the frame. */
    private Process process(int number) {
        Process process = new Process();
        process.statements().add("int sum = %d;".formatted(random.nextInt(100)));
        if (number == 0) {
            process.takes("int[]", "in", "in");
            process.takes("int", "at", "k");
            process.statements().add(loop("for (P int i = 0; i < 4; i++) sum += in[4 * at + i];"));
        }
        if (random.nextBoolean()) {
            process.takes("int", "number", random.nextBoolean() ? "k * 3" : "n - k");
            process.statements().add("sum += number;");
            if (random.nextBoolean()) {
                process.statements().add(loop("for (P int i = 0; i < (number & 7); i++) sum = sum * 5 + i;"));
            }
        }
        return process;
    }

    private String loop(String text) {
        return text.replace("P ", random.nextBoolean() ? "@Pipeline(ii = 1) " : "");
    }

    private void link(int from, int to) {
        String name = "link" + from + to;
        if (hasFifos && random.nextInt(3) == 0) {
            fifo(name, processes.get(from), processes.get(to));
        } else {
            array(name, processes.get(from), processes.get(to));
        }
    }

    /** The writer may leave elements at zero, and read what it wrote. */
    private void array(String name, Process from, Process to) {
        int size = random.nextInt(1, 20);
        links.add("int[] %s = new int[%d];".formatted(name, size));
        from.takes("int[]", name, name);
        to.takes("int[]", name, name);
        int step = random.nextInt(1, 3);
        from.statements().add(loop("for (P int i = 0; i < %d; i += %d) %s[i] = sum + i;".formatted(size, step, name)));
        if (random.nextBoolean()) {
            from.statements().add("sum += %s[%d];".formatted(name, random.nextInt(size)));
        }
        to.statements().add(loop("for (P int i = 0; i < %d; i++) sum += %s[i];".formatted(size, name)));
    }

    /** The writer may leave elements behind that nobody takes. */
    private void fifo(String name, Process from, Process to) {
        int depth = random.nextInt(2, 6);
        int count = random.nextInt(1, 12);
        links.add("@Depth(%d) IntFifo %s = new IntFifo();".formatted(depth + 2, name));
        from.takes("IntFifo", name, name);
        to.takes("IntFifo", name, name);
        from.statements().add(loop("for (P int i = 0; i < %d; i++) %s.write(sum + i);".formatted(count, name)));
        if (random.nextBoolean()) {
            from.statements().add("if ((sum & 1) == 1) %s.write(sum);".formatted(name));
        }
        to.statements().add(loop("for (P int i = 0; i < %d; i++) sum += %s.read();".formatted(count, name)));
    }

    private List<String> lines() {
        List<String> lines =
                new ArrayList<>(List.of("import org.gatesmith.api.*;", "public final class " + CLASS + " {"));
        List<String> states = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            Process process = processes.get(i);
            states.add("state" + i);
            calls.add("process" + i + "(" + String.join(", ", process.operands()) + ");");
            lines.add("private static void process" + i + "(" + String.join(", ", process.parameters()) + ") {");
            lines.addAll(process.statements());
            lines.add("}");
        }
        String parameters = "int[] " + String.join(", int[] ", states);
        lines.add("@Dataflow private static void step(int[] in, " + parameters + ", int k, int n) {");
        lines.addAll(links);
        lines.addAll(calls);
        lines.add("}");
        lines.add("@Kernel(\"frames\") public static void run(@In @Shape({\"n\", \"4\"}) int[] in,");
        lines.add("        @Out @Shape(\"%d\") int[] out, @Range(min = 0, max = 1000) int n) {"
                .formatted(4 * states.size()));
        states.forEach(state ->
                lines.add("int[] %1$s = new int[4]; for (int i = 0; i < 4; i++) %1$s[i] = i;".formatted(state)));
        lines.add("for (int k = 0; k < n; k++) step(in, " + String.join(", ", states) + ", k, n);");
        for (int i = 0; i < states.size(); i++) {
            lines.add("for (int i = 0; i < 4; i++) out[%d + i] = %s[i];".formatted(4 * i, states.get(i)));
        }
        lines.addAll(List.of("}", "}"));
        return lines;
    }

    /** Simulates kernels: the first seed, how many, and whether with FIFOs. */
    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[0]);
        int bad = 0;
        for (long seed = first; seed < first + Long.parseLong(arguments[1]); seed++) {
            Path folder = Files.createTempDirectory("frames" + seed);
            String text = text(seed, Boolean.parseBoolean(arguments[2]));
            Files.writeString(folder.resolve(CLASS + ".txt"), text);
            String difference;
            try {
                JavaSimulation kernel = JavaSimulation.of(KernelFiles.compile(CLASS, text));
                difference = String.join(" ", DesignCheck.problems(kernel.design())) + kernel.difference(seed, folder);
                long surprise = kernel.surprise(seed, folder);
                difference += surprise == 0 ? "" : " takes " + surprise + " cycles more than predicted";
            } catch (DiagnosticException | RuntimeException | AssertionError e) {
                difference = e.toString();
            }
            if (!difference.isEmpty()) {
                bad++;
                System.out.println(seed + " " + folder + ": " + difference);
            }
        }
        System.out.println(arguments[1] + " kernels, " + bad + " bad");
    }
}
