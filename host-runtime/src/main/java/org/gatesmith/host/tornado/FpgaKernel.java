package org.gatesmith.host.tornado;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gatesmith.board.Board;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.TemporaryFolder;
import org.gatesmith.host.device.CompilationCache;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.opencl.ArgumentLayout;
import org.gatesmith.host.opencl.OpenClDevice;

/**
 * A task as OpenCL C that TornadoVM wrote for an FPGA, without one. It serves every problem size: what depends on the size is an
 * element of an array.
 *
 * @param text the OpenCL C
 */
public record FpgaKernel(TornadoTask task, String text) {

    /** TornadoVM's arguments before those of the task, and its header before element 0 of every array. */
    public static final ArgumentLayout LAYOUT = new ArgumentLayout(
            List.of(
                    ArgumentLayout.Hidden.MEMORY,
                    ArgumentLayout.Hidden.MEMORY,
                    ArgumentLayout.Hidden.LOCAL,
                    ArgumentLayout.Hidden.MEMORY),
            16);

    private static final String FILE = "kernel.cl";

    /** An array of a work-item, as TornadoVM declares it. */
    private static final Pattern PRIVATE_ARRAY = Pattern.compile("__private (\\w+) \\w+\\[(\\d+)]");

    private static final Pattern DOUBLE = Pattern.compile("\\bdouble\\b");

    /**
     * Compiles a task; what was compiled before is taken from a cache.
     *
     * @param limit longest time that TornadoVM may take
     * @throws MissingToolException this release of TornadoVM cannot write OpenCL C for an FPGA
     */
    public static FpgaKernel of(TornadoTask task, Board board, TornadoInstallation tornado, Duration limit)
            throws MissingToolException, UsageException, DeviceException {
        tornado.requireFpga();
        List<String> key = new ArrayList<>(List.of(tornado.home().toString(), tornado.version()));
        key.add(FpgaTarget.description(board));
        key.addAll(TornadoProcess.FLAGS);
        task.sources().files().forEach((name, text) -> key.addAll(List.of(name, text)));
        try {
            String text = Files.readString(CompilationCache.open("tornado")
                    .folder(key, work -> Files.writeString(work.resolve(FILE), compiled(task, board, tornado, limit)))
                    .resolve(FILE));
            FpgaKernel kernel = new FpgaKernel(task, header(task, board, tornado) + Wraparound.of(text));
            kernel.requireShape();
            return kernel;
        } catch (IOException e) {
            throw new UsageException("the cache of compiled kernels cannot be read: " + FileTrouble.reason(e));
        }
    }

    private static String compiled(TornadoTask task, Board board, TornadoInstallation tornado, Duration limit)
            throws UsageException, DeviceException, IOException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            TaskFolder files = TaskFolder.of(folder.path());
            files.compile(task, tornado);
            Files.write(files.arguments(), arguments(task, files));
            List<String> options = FpgaTarget.options(board, files.root());
            new TornadoProcess(tornado, files, options).call("compile", task.methodName(), limit);
            return Files.readString(files.kernel());
        }
    }

    /** Sizes do not show in the result: every array has one element, and all scalars are zero. */
    private static List<String> arguments(TornadoTask task, TaskFolder files) {
        List<String> lines = new ArrayList<>();
        task.arguments().forEach(argument -> lines.add(ArgumentLines.unread(argument, files.root())));
        lines.add(Integer.toString(WorkItems.GROUP));
        return lines;
    }

    /** What a reader of the file has to know; the pragma makes sure that no compiler joins a product and a sum. */
    private static String header(TornadoTask task, Board board, TornadoInstallation tornado) {
        return """
                // Kernel %s for the %s: a task of Gatesmith, compiled by TornadoVM %s;
                // Gatesmith made its signed arithmetic wrap around.
                // Four hidden arguments that are not used; then %s.
                // Every array has a header of 16 bytes before element 0.
                #pragma OPENCL FP_CONTRACT OFF
                """.formatted(task.methodName(), board.displayName(), tornado.version(), arguments(task));
    }

    private static String arguments(TornadoTask task) {
        String arrays = String.join(
                ", ", task.arguments().stream().map(argument -> argument.name()).toList());
        return task.parallel() ? arrays + " and the number of work-items" : arrays;
    }

    /** TornadoVM hands over every parameter of the task; a release that does otherwise must not get the wrong arguments. */
    void requireShape() throws DeviceException {
        int expected = LAYOUT.hidden().size() + task.arguments().size() + (task.parallel() ? 1 : 0);
        int found = Pattern.compile("__kernel void " + task.methodName() + "\\(([^)]*)\\)")
                .matcher(text)
                .results()
                .mapToInt(kernel -> kernel.group(1).split(",", -1).length)
                .findFirst()
                .orElse(0);
        if (found != expected) {
            throw new DeviceException(
                    DeviceFault.TORNADO,
                    Span.NONE,
                    "TornadoVM wrote a kernel " + task.methodName() + " with " + found + " arguments instead of "
                            + expected + "; docs/tornadovm.md says which releases work");
        }
    }

    /**
     * Has an OpenCL driver compile the text.
     *
     * @param signature of the kernel
     * @param environment variables for the driver besides this process's own
     * @return the device that it was compiled for
     * @throws MissingToolException no OpenCL driver is installed
     * @throws DeviceException the driver rejects the text, or the device cannot run it
     */
    public String check(KernelSignature signature, Map<String, String> environment)
            throws MissingToolException, UsageException, DeviceException {
        try (OpenClDevice device =
                OpenClDevice.open(FpgaArguments.signature(signature, task), openCl(), LAYOUT, "", environment)) {
            return device.description();
        }
    }

    /** Name of the file that it belongs into. */
    public String fileName() {
        return task.methodName() + ".cl";
    }

    /** The kernel as the host launches it. */
    OpenClKernel openCl() {
        return new OpenClKernel(
                task.methodName(),
                new EmittedSources(Map.of(fileName(), text)),
                OpenClKernel.Launch.SINGLE,
                List.of(),
                DOUBLE.matcher(text).find(),
                privateBytes());
    }

    /** Drivers for processors may give every work-item of a group arrays of its own. */
    private long privateBytes() {
        long bytes = PRIVATE_ARRAY
                .matcher(text)
                .results()
                .mapToLong(FpgaKernel::bytes)
                .sum();
        return task.parallel() ? bytes * WorkItems.GROUP : bytes;
    }

    private static long bytes(MatchResult array) {
        int element = switch (array.group(1)) {
            case "char", "uchar", "bool" -> 1;
            case "short", "ushort" -> 2;
            case "int", "uint", "float" -> 4;
            default -> 8;
        };
        return element * Long.parseLong(array.group(2));
    }
}
