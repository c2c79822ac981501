package org.gatesmith.host.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.run.Devices;
import org.gatesmith.host.run.RunSubject;
import org.gatesmith.library.KernelEntry;

/**
 * A board and the device that stands for it. Kernels are loaded once and then called like the Java methods that they are:
 *
 * <pre>{@code
 * try (Session session = Session.open("u280", "csim");
 *         LoadedKernel saxpy = session.load(Saxpy.class)) {
 *     saxpy.call(x, y, z, n, 2.5f).requireEqual();
 * }
 * }</pre>
 *
 * Not for several threads at once.
 */
public final class Session implements AutoCloseable {

    /** Where build tools expect Java sources, seen from a project's folder. */
    private static final List<Path> USUAL_SOURCES = List.of(Path.of("src/main/java"), Path.of("src/test/java"));

    private final BoardLookup.Found board;
    private final String device;
    private final List<Path> sources;
    private final List<LoadedKernel> loaded = new ArrayList<>();

    private Session(BoardLookup.Found board, String device, List<Path> sources) {
        this.board = board;
        this.device = device;
        this.sources = List.copyOf(sources);
    }

    /**
     * Opens a session. Sources of kernel classes are looked for beside the class files, then in {@code src/main/java} and
     * {@code src/test/java}.
     *
     * @param board name of a board, or path of a board file
     * @param device as {@code --on} takes it
     * @throws UsageException there is no such board or device
     */
    public static Session open(String board, String device) throws UsageException {
        return open(board, device, USUAL_SOURCES);
    }

    /**
     * Opens a session that looks for sources in other folders.
     *
     * @param sources folders that hold Java files by package
     */
    public static Session open(String board, String device, List<Path> sources) throws UsageException {
        Devices.requireKnown(device);
        return switch (Boards.named(board)) {
            case BoardLookup.Found found -> new Session(found, device, sources);
            case BoardLookup.Failure failure -> throw new UsageException(failure.message());
        };
    }

    /**
     * Loads the kernel that a class holds.
     *
     * @throws UsageException the class holds no kernel or several, or its source is not found
     * @throws DiagnosticException the kernel cannot become hardware
     * @throws MissingToolException the device needs a program that is not installed
     */
    public LoadedKernel load(Class<?> type)
            throws UsageException, DiagnosticException, MissingToolException, DeviceException {
        return load(KernelLocator.locate(type, sources), Map.of());
    }

    /**
     * Loads a kernel of the library, or of a Java file.
     *
     * @param kernel as the command line takes it
     * @param tunables values of tunable constants, by name
     */
    public LoadedKernel load(String kernel, Map<String, Long> tunables)
            throws UsageException, DiagnosticException, MissingToolException, DeviceException {
        return load(KernelLocator.locate(kernel), tunables);
    }

    private LoadedKernel load(KernelLocator.Located located, Map<String, Long> tunables)
            throws UsageException, DiagnosticException, MissingToolException, DeviceException {
        CompiledKernel kernel = KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), tunables, Schedule.EMPTY, Pipeline.standard()));
        RunSubject subject =
                new RunSubject(kernel, Optional.empty(), board, located.entry().map(KernelEntry::reference));
        Device opened = Devices.open(device, kernel, board.board(), Optional.empty());
        LoadedKernel result = new LoadedKernel(subject, opened);
        loaded.add(result);
        return result;
    }

    /** Closes every kernel that was loaded. */
    @Override
    public void close() {
        loaded.forEach(LoadedKernel::close);
    }
}
