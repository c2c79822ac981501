package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatesmith.board.Board;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.emit.opencl.NotOpenClException;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.hls.emit.opencl.OpenClPipes;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.csim.CsimDevice;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.memory.MemoryPorts;
import org.gatesmith.host.opencl.CardProgram;
import org.gatesmith.host.opencl.OpenClDevice;
import org.gatesmith.host.rtl.MemoryModel;
import org.gatesmith.host.rtl.RtlChoice;
import org.gatesmith.host.rtl.RtlDevice;
import org.gatesmith.host.tornado.TornadoDevice;
import org.gatesmith.host.tornado.TornadoFpgaDevice;
import org.gatesmith.vendor.BankBinding;

/** The devices by the names that {@code --on} takes. */
public final class Devices {

    /** A card with a program that was compiled for it. */
    static final String BOARD = "board";

    private static final List<String> NAMES = List.of("jvm", "csim", "rtl", "opencl", "tornado", "tornado-fpga", BOARD);

    private Devices() {}

    public static List<String> names() {
        return NAMES;
    }

    public static void requireKnown(String name) throws UsageException {
        if (!NAMES.contains(name)) {
            throw new UsageException("there is no device \"" + name + "\"" + NearestName.hint(name, NAMES)
                    + "; devices: " + String.join(", ", NAMES));
        }
    }

    /**
     * Opens a device for one kernel.
     *
     * @param vendorHeaders folder with the vendor's {@code ap_int.h}, for csim only
     * @throws DiagnosticException the kernel has no form for the device
     * @throws MissingToolException the device needs a program that is not installed
     */
    public static Device open(String name, CompiledKernel kernel, Board board, Optional<Path> vendorHeaders)
            throws UsageException, DiagnosticException, MissingToolException, DeviceException {
        return open(name, kernel, board, DeviceChoice.with(vendorHeaders));
    }

    /**
     * Opens a device for one kernel.
     *
     * @param choice what the user says besides the name
     * @throws DiagnosticException the kernel has no form for the device
     * @throws MissingToolException the device needs a program that is not installed
     */
    public static Device open(String name, CompiledKernel kernel, Board board, DeviceChoice choice)
            throws UsageException, DiagnosticException, MissingToolException, DeviceException {
        requireKnown(name);
        choice.requireFor(name);
        return switch (name) {
            case "jvm" -> new JvmDevice(kernel);
            case "opencl" ->
                OpenClDevice.open(kernel.signature(), openCl(kernel, board), choice.openClDevice(), Map.of());
            case BOARD -> card(kernel, board, choice);
            case "rtl" -> rtl(kernel, board, choice.rtl());
            case "tornado" -> TornadoDevice.open(kernel);
            case "tornado-fpga" -> TornadoFpgaDevice.open(kernel, board, choice.openClDevice());
            default ->
                CsimDevice.open(
                        kernel.signature(),
                        kernel.hlsCpp(board.name(), Map.of()).files(),
                        choice.vendorHeaders());
        };
    }

    private static Device rtl(CompiledKernel kernel, Board board, RtlChoice choice)
            throws UsageException, DiagnosticException, MissingToolException, DeviceException {
        double megahertz = choice.megahertz().orElse(board.clocks().kernelDefault());
        Map<String, String> banks = new TreeMap<>();
        for (BankBinding binding : MemoryPorts.banks(kernel, board).bindings()) {
            binding.port()
                    .arguments()
                    .forEach(argument -> banks.put(argument, binding.bank().name()));
        }
        return RtlDevice.open(
                kernel.verilog(board, megahertz),
                board,
                MemoryModel.of(board, megahertz, banks, choice.memory()),
                choice.wave());
    }

    /** The program may hold the kernel as HLS C++ or OpenCL C made it, or its processes as kernels of their own. */
    private static Device card(CompiledKernel kernel, Board board, DeviceChoice choice)
            throws UsageException, MissingToolException, DeviceException {
        CardProgram program = new CardProgram(
                choice.binary().orElseThrow(), board.name(), fifosInMemory(kernel, board), processes(kernel, board));
        return OpenClDevice.onCard(kernel.signature(), program, choice.openClDevice(), Map.of());
    }

    private static List<OpenClKernel.Fifo> fifosInMemory(CompiledKernel kernel, Board board) {
        try {
            return kernel.openCl(board.name()).fifos();
        } catch (NotOpenClException _) {
            return List.of();
        }
    }

    private static List<OpenClPipes.Process> processes(CompiledKernel kernel, Board board) {
        try {
            return kernel.openClPipes(board.name()).map(OpenClPipes::processes).orElse(List.of());
        } catch (NotOpenClException _) {
            return List.of();
        }
    }

    private static OpenClKernel openCl(CompiledKernel kernel, Board board) throws DeviceException {
        try {
            return kernel.openCl(board.name());
        } catch (NotOpenClException e) {
            throw new DeviceException(DeviceFault.UNSUPPORTED, e.span(), String.valueOf(e.getMessage()));
        }
    }
}
