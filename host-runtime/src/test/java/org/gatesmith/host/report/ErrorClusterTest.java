package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The no-break spaces of the sentences are written as plain ones here. */
final class ErrorClusterTest {

    @Test
    void namesTheRowsAndColumnsOfABlock() {
        assertThat(sentence(400, 800, "....", ".##.", ".##.", "...."))
                .isEqualTo("All errors lie in rows 100 to 299 and columns 200 to 599: 25.0 % of the array.");
    }

    @Test
    void namesSeveralBands() {
        assertThat(sentence(4, 4, "####", "....", "####", "...."))
                .isEqualTo("All errors lie in rows 0 and 2 and all columns: 50.0 % of the array.");
    }

    @Test
    void countsBandsThatAreTooManyToName() {
        assertThat(sentence(10, 1000, "#.#.#.#.#."))
                .isEqualTo("All errors lie in all rows and 5 separate bands of columns between 0 and 899:"
                        + " 50.0 % of the array.");
    }

    @Test
    void speaksOfElementsInAVector() {
        assertThat(sentence(1, 1000, "....#....."))
                .isEqualTo("All errors lie in elements 400 to 499: 10.0 % of the array.");
    }

    @Test
    void saysThatErrorsAreEverywhere() {
        assertThat(sentence(4, 4, "##", "##"))
                .isEqualTo("Errors are all over the array: each of the 4 cells of the map has some.");
        assertThat(sentence(4, 4, "#.", ".#"))
                .isEqualTo(
                        "Errors are all over the array: 2 of 4 cells of the map have some, in no contiguous part of it.");
    }

    @Test
    void saysThatThereAreNone() {
        assertThat(sentence(4, 4, "..", "..")).isEqualTo("There are no errors.");
    }

    /** A cell holds the elements that {@link ErrorMap} says it does. */
    @Property(seed = "1")
    void anElementIsInTheBandOfItsCell(
            @ForAll @IntRange(min = 1, max = 64) int cells,
            @ForAll @IntRange(max = 1000) int more,
            @ForAll @IntRange(max = 1063) int element) {
        int extent = cells + more;
        int wanted = element % extent;
        long cell = (long) wanted * cells / extent;
        ErrorBands.Band band =
                ErrorBands.of("rows", extent, cells, i -> i == cell).bands().getFirst();
        assertThat(wanted).isBetween((int) band.from(), (int) band.to() - 1);
    }

    @Test
    void refusesAMapWithoutCells() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorMap(4, 4, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorMap(4, 4, List.of(List.of(1L), List.of(1L, 2L))));
    }

    private static String sentence(long rows, long columns, String... cells) {
        List<List<Long>> counts = List.of(cells).stream()
                .map(row -> row.chars().mapToObj(cell -> cell == '#' ? 1L : 0L).toList())
                .toList();
        return ErrorCluster.sentence(new ErrorMap(rows, columns, counts))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
