package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.csim.CsimDevice;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.tornado.TornadoDevice;

/** The devices by the names that {@code --on} takes. */
public final class Devices {

    private static final List<String> NAMES = List.of("jvm", "csim", "tornado");

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
        requireKnown(name);
        return switch (name) {
            case "jvm" -> new JvmDevice(kernel);
            case "tornado" -> TornadoDevice.open(kernel);
            default ->
                CsimDevice.open(
                        kernel.signature(),
                        kernel.hlsCpp(board.name(), Map.of()).files(),
                        vendorHeaders);
        };
    }
}
