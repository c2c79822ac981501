package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.rtl.RtlChoice;

/**
 * What a user says about a device besides its name.
 *
 * @param vendorHeaders folder with the vendor's {@code ap_int.h}, for csim only
 * @param openClDevice number, or part of the name, of an OpenCL device; empty for the usual one
 * @param binary program for a card, for that alone
 * @param rtl how to simulate, for rtl only
 */
public record DeviceChoice(Optional<Path> vendorHeaders, String openClDevice, Optional<Path> binary, RtlChoice rtl) {

    /** The usual device, but for the vendor's headers. */
    static DeviceChoice with(Optional<Path> vendorHeaders) {
        return new DeviceChoice(vendorHeaders, "", Optional.empty(), RtlChoice.usual());
    }

    private static final Set<String> WITH_OPENCL = Set.of("opencl", "tornado-fpga", Devices.BOARD);

    /** Fails if something is missing that the device needs, or given that it has no use for. */
    void requireFor(String device) throws UsageException {
        if (!openClDevice.isEmpty() && !WITH_OPENCL.contains(device)) {
            throw new UsageException("--device " + openClDevice
                    + ": chooses an OpenCL device for --on opencl, tornado-fpga or board, not for --on " + device
                    + (device.equals("tornado") ? ", which takes TornadoVM's first" : ""));
        }
        if (vendorHeaders.isPresent() && !device.equals("csim")) {
            throw new UsageException("--hls-include " + vendorHeaders.get()
                    + ": the vendor's headers are for --on csim, not for --on " + device);
        }
        if (!rtl.equals(RtlChoice.usual()) && !device.equals("rtl")) {
            throw new UsageException("--clock, --ideal-memory and --wave are for --on rtl, not for --on " + device);
        }
        boolean card = device.equals(Devices.BOARD);
        if (card && binary.isEmpty()) {
            throw new UsageException(
                    "--on board runs a program that was built for the card; name it with --binary"
                            + " FILE.xclbin. 'gatesmith build' with --emit hls or --emit opencl writes the build.sh that makes it");
        }
        if (!card && binary.isPresent()) {
            throw new UsageException("--binary is a program for a card; run it with --on board, not --on " + device);
        }
    }
}
