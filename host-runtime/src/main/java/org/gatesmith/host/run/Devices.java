package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.emit.opencl.NotOpenClException;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.csim.CsimDevice;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.opencl.OpenClDevice;
import org.gatesmith.host.tornado.TornadoDevice;
import org.gatesmith.host.tornado.TornadoFpgaDevice;

/** The devices by the names that {@code --on} takes. */
public final class Devices {

    private static final List<String> NAMES = List.of("jvm", "csim", "opencl", "tornado", "tornado-fpga");

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
     * @throws MissingToolException the device needs a program that is not installed
     */
    public static Device open(String name, CompiledKernel kernel, Board board, Optional<Path> vendorHeaders)
            throws UsageException, MissingToolException, DeviceException {
        return open(name, kernel, board, vendorHeaders, "");
    }

    /**
     * Opens a device for one kernel.
     *
     * @param vendorHeaders folder with the vendor's {@code ap_int.h}, for csim only
     * @param openClDevice number, or part of the name, of an OpenCL device; empty for the usual one
     * @throws MissingToolException the device needs a program that is not installed
     */
    public static Device open(
            String name, CompiledKernel kernel, Board board, Optional<Path> vendorHeaders, String openClDevice)
            throws UsageException, MissingToolException, DeviceException {
        requireKnown(name);
        return switch (name) {
            case "jvm" -> new JvmDevice(kernel);
            case "opencl" -> OpenClDevice.open(kernel.signature(), openCl(kernel, board), openClDevice, Map.of());
            case "tornado" -> TornadoDevice.open(kernel);
            case "tornado-fpga" -> TornadoFpgaDevice.open(kernel, board, openClDevice);
            default ->
                CsimDevice.open(
                        kernel.signature(),
                        kernel.hlsCpp(board.name(), Map.of()).files(),
                        vendorHeaders);
        };
    }

    private static OpenClKernel openCl(CompiledKernel kernel, Board board) throws DeviceException {
        try {
            return kernel.openCl(board.name());
        } catch (NotOpenClException e) {
            throw new DeviceException(DeviceFault.UNSUPPORTED, e.span(), String.valueOf(e.getMessage()));
        }
    }
}
