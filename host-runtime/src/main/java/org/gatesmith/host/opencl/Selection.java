package org.gatesmith.host.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gatesmith.board.NearestName;

/** Which device {@code --device} means. */
final class Selection {

    private static final Pattern SPLIT = Pattern.compile("[\\s_-]+");

    /** PoCL runs on every processor and computes exactly; its platform bears this name. */
    private static final String POCL = "Portable Computing Language";

    /** Name of XRT's platform, to which all cards belong (clGetPlatformInfo of XRT). */
    private static final String XRT = "Xilinx";

    private Selection() {}

    /**
     * A card.
     *
     * @param warnings what may be wrong with the choice
     */
    record Card(ClDevice device, List<String> warnings) {}

    /**
     * The card.
     *
     * @param wanted a number from the list of all devices, or a part of a card's name; empty for the first of the board
     * @param board name of the board
     */
    static Card card(List<ClDevice> devices, String wanted, String board) throws ClException, ClFault {
        List<ClDevice> cards = new ArrayList<>();
        for (ClDevice device : devices) {
            if (device.platformName().equals(XRT)) {
                cards.add(device);
            }
        }
        if (cards.isEmpty()) {
            throw new ClFault(
                    ClFault.Kind.NO_CARD,
                    "there is no device of the OpenCL platform '" + XRT + "'"
                            + (devices.isEmpty() ? "" : "; devices:" + listed(devices)));
        }
        if (!wanted.isEmpty()) {
            return new Card(chosen(cards, wanted), List.of());
        }
        List<ClDevice> fitting = matching(cards, board);
        return fitting.isEmpty()
                ? new Card(
                        cards.getFirst(),
                        List.of("the name of the card does not contain " + board + ": "
                                + cards.getFirst().description()))
                : new Card(fitting.getFirst(), List.of());
    }

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
        return chosen(devices, wanted);
    }

    private static ClDevice chosen(List<ClDevice> devices, String wanted) throws ClException, ClFault {
        List<ClDevice> found = isNumber(wanted) ? numbered(devices, wanted) : matching(devices, wanted);
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new ClFault(
                ClFault.Kind.USAGE,
                "--device " + wanted + ": "
                        + (found.isEmpty()
                                ? "no OpenCL device matches" + hint(devices, wanted)
                                : "several OpenCL devices match")
                        + "; devices:" + listed(found.isEmpty() ? devices : found)
                        + "\nchoose one by its number or a part of its name");
    }

    /** The word of a name that was probably meant. */
    private static String hint(List<ClDevice> devices, String wanted) throws ClException {
        List<String> words = new ArrayList<>();
        for (ClDevice device : devices) {
            words.addAll(List.of(device.platformName(), device.name()));
            words.addAll(List.of(SPLIT.split(device.platformName() + " " + device.name())));
        }
        return NearestName.hint(
                wanted.toLowerCase(Locale.ROOT),
                words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }

    private static boolean isNumber(String wanted) {
        return wanted.length() < 4 && wanted.chars().allMatch(Character::isDigit);
    }

    private static List<ClDevice> numbered(List<ClDevice> devices, String wanted) {
        int index = Integer.parseInt(wanted);
        return devices.stream().filter(device -> device.index() == index).toList();
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
