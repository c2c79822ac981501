package org.gatesmith.host.tornado;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.TemporaryFolder;
import org.gatesmith.host.device.DeviceException;

/** A task compiled by TornadoVM to OpenCL C for an FPGA, without one. */
public final class FpgaKernel {

    private FpgaKernel() {}

    /**
     * The OpenCL C.
     *
     * @param limit longest time that TornadoVM may take
     */
    public static String compile(TornadoTask task, Board board, TornadoInstallation tornado, Duration limit)
            throws UsageException, DeviceException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            TaskFolder files = TaskFolder.of(folder.path());
            files.compile(task, tornado);
            Files.write(files.arguments(), arguments(task, files));
            List<String> options = FpgaTarget.options(board, files.root());
            new TornadoProcess(tornado, files, options).call("compile", task.methodName(), limit);
            return Files.readString(files.kernel());
        } catch (IOException e) {
            throw new UsageException("no temporary folder can be written: " + FileTrouble.reason(e));
        }
    }

    /** Sizes do not show in the result: every array has one element, and all scalars are zero. */
    private static List<String> arguments(TornadoTask task, TaskFolder files) {
        List<String> lines = new ArrayList<>();
        task.arguments().forEach(argument -> lines.add(ArgumentLines.unread(argument, files.root())));
        lines.add(Integer.toString(ArgumentLines.WORK_ITEMS));
        return lines;
    }
}
