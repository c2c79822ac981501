package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransferCurvesTest {

    private static final TransferCurves MADE_UP = new TransferCurves(
            10,
            List.of(new TransferPoint(1_000, 100_000_000), new TransferPoint(100_000, 900_000_000)),
            List.of(new TransferPoint(1_000, 50_000_000)),
            950_000_000,
            "made up",
            null);

    @ParameterizedTest
    @CsvSource({
        "1000, 10e-6", // the first point
        "100000, 111.111e-6", // the last
        "50500, 60.5556e-6", // half-way between them, half of the time
        "900000, 1e-3", // beyond the last its rate stays
        "1, 10e-6" // below the first the operation itself takes the time
    })
    void interpolatesTheTimeBetweenMeasuredSizes(double bytes, double seconds) {
        assertThat(MADE_UP.secondsToDevice(bytes)).isCloseTo(seconds, within(seconds * 1e-5));
    }

    @Test
    void eachDirectionHasItsOwnCurve() {
        assertThat(MADE_UP.secondsToHost(1_000)).isCloseTo(20e-6, within(1e-12));
    }

    static List<String> names() {
        return Boards.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyBuiltInBoardHasCurves(String name) {
        assertThat(curves(name)).isNotNull();
    }

    /** Published: 1 MB at 6.5 GB/s to the card and 9.7 GB/s back. */
    @Test
    void aMegabyteToAnAlveoCardTakesWhatTheLogsSay() {
        assertThat(curves("u280").secondsToDevice(1 << 20)).isCloseTo(161.3e-6, within(0.1e-6));
        assertThat(curves("u280").secondsToHost(1 << 20)).isCloseTo(108.1e-6, within(0.1e-6));
    }

    /** Except for the rounding of the logs: their 16 KB take 0.8 % less time than their 4 KB. */
    @Property(seed = "1")
    void twiceTheBytesNeverTakeLessTimeOnAlveoCards(@ForAll @DoubleRange(min = 1, max = 1e10) double bytes) {
        TransferCurves curves = curves("u280");

        assertThat(curves.secondsToDevice(2 * bytes)).isGreaterThan(0.99 * curves.secondsToDevice(bytes));
        assertThat(curves.secondsToHost(2 * bytes)).isGreaterThan(0.99 * curves.secondsToHost(bytes));
    }

    private static TransferCurves curves(String name) {
        return ((BoardLookup.Found) Boards.named(name)).board().transfers();
    }
}
