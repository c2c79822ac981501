package org.gatesmith.host.opencl;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.DeviceException;

/** The OpenCL devices of this machine. */
public final class OpenClPlatforms {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private OpenClPlatforms() {}

    /**
     * Platform, name and version of every device, in the order of their numbers. A child process asks, so that a broken driver
     * does no harm here.
     *
     * @param environment variables for the drivers besides this process's own
     * @throws MissingToolException no loader is installed
     * @throws DeviceException a driver fails
     */
    public static List<String> devices(Map<String, String> environment) throws MissingToolException, DeviceException {
        try (OpenClProcess process = OpenClProcess.start(environment)) {
            return process.call(Message.of("list"), LIMIT).words();
        } catch (ClFault e) {
            throw missing(String.valueOf(e.getMessage()));
        }
    }

    static MissingToolException missingCard(String reason) {
        return new MissingToolException("a card is needed, but " + reason
                + "; install the card, XRT (https://github.com/Xilinx/XRT) and the platform that the program was linked"
                + " with, and source /opt/xilinx/xrt/setup.sh; 'gatesmith doctor' lists the devices");
    }

    static MissingToolException missing(String reason) {
        return new MissingToolException("an OpenCL device is needed, but " + reason
                + "; on Debian: apt-get install pocl-opencl-icd ocl-icd-libopencl1 (or './gatesmith setup')");
    }
}
