package org.gatesmith.host.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which device {@code --device} means. */
final class Selection {

    /** PoCL runs on every processor and computes exactly; its platform bears this name. */
    private static final String POCL = "Portable Computing Language";

    private Selection() {}

    /**
     * The device.
     *
     * @param wanted a number from the list, or a part of a platform's or device's name; empty for PoCL, or else the first
     */
    static ClDevice of(List<ClDevice> devices, String wanted) throws ClException, ClFault {
        if (devices.isEmpty()) {
            throw new ClFault(ClFault.Kind.MISSING, "no OpenCL driver offers a device");
        }
        if (wanted.isEmpty()) {
            List<ClDevice> pocl = matching(devices, POCL);
            return pocl.isEmpty() ? devices.getFirst() : pocl.getFirst();
        }
        List<ClDevice> found = isNumber(wanted) ? numbered(devices, wanted) : matching(devices, wanted);
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new ClFault(
                ClFault.Kind.USAGE,
                "--device " + wanted + ": "
                        + (found.isEmpty() ? "no OpenCL device matches" : "several OpenCL devices match")
                        + "; devices:" + listed(found.isEmpty() ? devices : found)
                        + "\nchoose one by its number or a part of its name");
    }

    private static boolean isNumber(String wanted) {
        return wanted.length() < 4 && wanted.chars().allMatch(Character::isDigit);
    }

    private static List<ClDevice> numbered(List<ClDevice> devices, String wanted) {
        int index = Integer.parseInt(wanted);
        return index < devices.size() ? List.of(devices.get(index)) : List.of();
    }

    private static List<ClDevice> matching(List<ClDevice> devices, String wanted) throws ClException {
        List<ClDevice> found = new ArrayList<>();
        for (ClDevice device : devices) {
            if (device.description().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))) {
                found.add(device);
            }
        }
        return found;
    }

    private static String listed(List<ClDevice> devices) throws ClException {
        StringBuilder text = new StringBuilder();
        for (ClDevice device : devices) {
            text.append("\n  ").append(device.index()).append("  ").append(device.description());
        }
        return text.toString();
    }
}
