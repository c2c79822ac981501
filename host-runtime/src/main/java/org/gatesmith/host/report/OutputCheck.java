package org.gatesmith.host.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the comparison of one output found.
 *
 * @param output name of the array
 * @param type its element type, such as {@code int}
 * @param extents of the whole array, outermost first
 * @param compared number of elements that were compared
 * @param wrong number of them that are outside the tolerance
 * @param tolerance what counted as equal, such as {@code bit for bit}, with the largest error found if there is a tolerance
 * @param first the first wrong elements
 * @param map where in the array errors are, if there are any
 * @param cluster a sentence on where errors cluster; if empty, one is made from the map
 */
public record OutputCheck(
        String output,
        String type,
        List<Long> extents,
        long compared,
        long wrong,
        String tolerance,
        List<WrongElement> first,
        Optional<ErrorMap> map,
        String cluster) {

    public OutputCheck {
        extents = List.copyOf(extents);
        first = List.copyOf(first);
    }

    /**
     * An element that is not as expected.
     *
     * @param position its indices, outermost first
     * @param expected as Java prints it
     * @param expectedBits in hexadecimal, such as {@code 0x3fc00000}
     * @param tile that produced it, if the run had tiles
     */
    public record WrongElement(
            List<Long> position,
            String expected,
            String expectedBits,
            String actual,
            String actualBits,
            OptionalLong tile) {

        public WrongElement {
            position = List.copyOf(position);
        }
    }
}
