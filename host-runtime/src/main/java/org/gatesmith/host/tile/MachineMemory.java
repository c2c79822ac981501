package org.gatesmith.host.tile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The memory of the machine that this runs on. */
final class MachineMemory {

    private MachineMemory() {}

    /** All of it, in bytes; that of the container where there is one. */
    static long bytes() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }
}
