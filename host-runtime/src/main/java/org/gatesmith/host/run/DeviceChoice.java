package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.Optional;
import org.gatesmith.host.UsageException;

/**
 * What a user says about a device besides its name.
 *
 * @param vendorHeaders folder with the vendor's {@code ap_int.h}, for csim only
 * @param openClDevice number, or part of the name, of an OpenCL device; empty for the usual one
 * @param binary program for a card, for that alone
 */
public record DeviceChoice(Optional<Path> vendorHeaders, String openClDevice, Optional<Path> binary) {

    /** Fails if the program for a card is missing where it is needed, or given where it is not. */
    void requireFor(String device) throws UsageException {
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
