package org.gatesmith.host.endtoend;

import java.util.Map;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.opencl.OpenClPlatforms;
import org.junit.jupiter.api.Assumptions;

/** Whether this machine can run OpenCL. */
public final class OpenCl {

    private OpenCl() {}

    /** Skips a test, with the reason, where no OpenCL device is installed. */
    public static void assumeInstalled() throws DeviceException {
        Assumptions.assumeTrue(isInstalled(), "no OpenCL device: apt-get install pocl-opencl-icd ocl-icd-libopencl1");
    }

    private static boolean isInstalled() throws DeviceException {
        try {
            return !OpenClPlatforms.devices(Map.of()).isEmpty();
        } catch (MissingToolException _) {
            return false;
        }
    }
}
