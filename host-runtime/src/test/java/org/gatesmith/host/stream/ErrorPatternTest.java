package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.gatesmith.hls.signature.JavaType;
import org.junit.jupiter.api.Test;

/** Errors are planted in a matrix of 100×200 ints that is cut into tiles of 32×64. */
class ErrorPatternTest {

    private static final List<Long> SHAPE = List.of(100L, 200L);
    private static final long TILE_ROWS = 32;
    private static final long TILE_COLUMNS = 64;

    /** Whether the element in a place is wrong. */
    private interface Planted {
        boolean at(long row, long column);
    }

    private static ErrorPattern pattern(Planted wrong, LongUnaryOperator actual) {
        return tally(wrong, actual, JavaType.INT).pattern();
    }

    private static ErrorTally tally(Planted wrong, LongUnaryOperator actual, JavaType type) {
        ErrorTally total = new ErrorTally(type, SHAPE);
        long tile = 0;
        for (long row = 0; row < 100; row += TILE_ROWS) {
            for (long column = 0; column < 200; column += TILE_COLUMNS) {
                ErrorTally part = new ErrorTally(type, SHAPE);
                long rows = Math.min(TILE_ROWS, 100 - row);
                long columns = Math.min(TILE_COLUMNS, 200 - column);
                ErrorTally.SliceErrors errors = part.slice(tile++, List.of(row, column), List.of(rows, columns));
                for (long i = 0; i < rows * columns; i++) {
                    if (wrong.at(row + i / columns, column + i % columns)) {
                        long expected = 1000 + i * 7;
                        errors.note(i, expected, actual.applyAsLong(expected));
                    }
                }
                errors.end();
                total.add(part);
            }
        }
        return total;
    }

    /** Differs in another way for every element. */
    private static long garbled(long expected) {
        return expected ^ ((expected * 0x9e3779b97f4a7c15L) >>> 40);
    }

    private static String where(Planted wrong) {
        return pattern(wrong, ErrorPatternTest::garbled).sentence();
    }

    private static String what(LongUnaryOperator actual) {
        String sentence = pattern((row, column) -> row * 3 == column, actual).sentence();
        return sentence.substring(sentence.indexOf("; ") + 2);
    }

    @Test
    void withoutErrorsThereIsNothingToSay() {
        ErrorPattern none = pattern((row, column) -> false, ErrorPatternTest::garbled);

        assertThat(none.sentence()).isEmpty();
        assertThat(none.lowest()).isEmpty();
        assertThat(none.cells()).hasSize(64 * 64).containsOnly(0L);
        assertThat(none.wrongTiles()).isZero();
    }

    @Test
    void aSingleErrorShowsNoPattern() {
        assertThat(where((row, column) -> row == 99 && column == 192)).isEqualTo("one element is wrong");
    }

    @Test
    void errorsEverywhere() {
        assertThat(where((row, column) -> true)).startsWith("every element that was compared is wrong");
    }

    @Test
    void errorsInTheLastTileOfADimension() {
        assertThat(where((row, column) -> row >= 96 && (row + column) % 3 == 0))
                .isEqualTo("all wrong elements are in the last tile of the rows (rows 96 to 99)");
        assertThat(where((row, column) -> column >= 192 && (row * 5 + column * 3) % 7 == 0))
                .isEqualTo("all wrong elements are in the last tile of the columns (columns 192 to 199)");
    }

    @Test
    void errorsAtTheEdgesOfTiles() {
        assertThat(where((row, column) -> column % 64 == 0 && (row * 7 + column / 64) % 3 == 0))
                .isEqualTo("all wrong elements are in the first column of a tile");
        assertThat(where((row, column) -> (row % 32 == 31 || row == 99) && column % 3 == 0))
                .isEqualTo("all wrong elements are in the last row of a tile");
        assertThat(where((row, column) -> (row % 32 == 31 || row % 32 == 0) && column % 3 == 0))
                .isEqualTo("all wrong elements are in the first or last row of a tile");
    }

    @Test
    void errorsInEveryFourthColumn() {
        assertThat(where((row, column) -> column % 4 == 3 && (row * 5 + column / 4) % 3 == 0))
                .isEqualTo("all wrong elements are in columns that leave 3 when divided by 4");
    }

    @Test
    void errorsInOneRow() {
        assertThat(where((row, column) -> row == 17 && column % 3 == 0)).isEqualTo("all wrong elements are in row 17");
    }

    @Test
    void errorsInOneBlock() {
        assertThat(where((row, column) -> row >= 40 && row < 45 && column >= 70 && column < 77))
                .isEqualTo("the wrong elements are one block: rows 40 to 44, columns 70 to 76");
    }

    @Test
    void errorsWithoutAPattern() {
        assertThat(where((row, column) -> (row * 7919 + column * 104729) % 1009 < 5))
                .startsWith("no pattern within rows ");
    }

    @Test
    void aFewErrorsAreNotTakenForAPattern() {
        assertThat(where((row, column) -> (row == 8 && column == 16) || (row == 40 && column == 80)))
                .startsWith("no pattern within ");
    }

    @Test
    void theSameBitFlipped() {
        assertThat(what(expected -> expected ^ 1 << 9)).isEqualTo("each differs in bit 9 alone");
    }

    @Test
    void theSameDifference() {
        assertThat(what(expected -> expected + 3)).isEqualTo("each is too large by 3");
        assertThat(what(expected -> expected - 12)).isEqualTo("each is too small by 12");
    }

    @Test
    void neverWritten() {
        assertThat(what(expected -> 0)).isEqualTo("each of them is zero, as if it was never written");
    }

    @Test
    void theSameBitsFlipped() {
        assertThat(what(expected -> expected ^ 0x50)).isEqualTo("in each the same bits differ (0x50)");
    }

    @Test
    void aBitThatIsNearlyAlwaysFlipped() {
        assertThat(what(expected -> expected % 20 == 0 ? expected + 1 : expected ^ (1 << 5) ^ (expected & 3)))
                .startsWith("bit 5 differs in 9");
    }

    @Test
    void differencesOfFloatsAreThoseOfTheirValues() {
        ErrorTally tally = new ErrorTally(JavaType.FLOAT, List.of(8L));
        ErrorTally.SliceErrors errors = tally.slice(0, List.of(0L), List.of(8L));
        for (int i = 0; i < 5; i++) {
            errors.note(i, Float.floatToIntBits(i), Float.floatToIntBits(i + 0.5f));
        }
        errors.end();

        assertThat(tally.pattern().sentence()).endsWith("each is too large by 0.5");
    }

    @Test
    void theGridTheBoundsAndTheTilesSayWhereErrorsAre() {
        ErrorPattern pattern = pattern(
                (row, column) -> (row == 50 && column < 3) || (row == 99 && column == 199), ErrorPatternTest::garbled);

        assertThat(pattern.rows()).isEqualTo(100);
        assertThat(pattern.columns()).isEqualTo(200);
        assertThat(pattern.cells().stream().mapToLong(Long::longValue).sum()).isEqualTo(4);
        assertThat(pattern.cell(50 * 64 / 100, 0)).isEqualTo(3);
        assertThat(pattern.cell(63, 63)).isEqualTo(1);
        assertThat(pattern.lowest()).containsExactly(50L, 0L);
        assertThat(pattern.highest()).containsExactly(99L, 199L);
        assertThat(pattern.tiles()).isEqualTo(java.util.Map.of(4L, 3L, 15L, 1L));
        assertThat(pattern.wrongTiles()).isEqualTo(2);
    }

    @Test
    void anArrayOfThreeDimensionsIsSeenAsAMatrix() {
        ErrorTally tally = new ErrorTally(JavaType.INT, List.of(2L, 3L, 5L));
        ErrorTally.SliceErrors errors = tally.slice(0, List.of(0L, 0L, 0L), List.of(2L, 3L, 5L));
        errors.note((1 * 3 + 2) * 5 + 4, 1, 2);
        errors.end();

        assertThat(tally.pattern().rows()).isEqualTo(6);
        assertThat(tally.pattern().cell(5, 4)).isEqualTo(1);
        assertThat(tally.pattern().lowest()).containsExactly(1L, 2L, 4L);
    }

    /** In whichever order the parts of a run come in, they add up to the same. */
    @Property(tries = 200, seed = "1")
    void talliesAddUp(@ForAll @Size(min = 1, max = 30) List<Short> places) {
        ErrorTally whole = new ErrorTally(JavaType.INT, List.of(65536L));
        ErrorTally forwards = new ErrorTally(JavaType.INT, List.of(65536L));
        ErrorTally backwards = new ErrorTally(JavaType.INT, List.of(65536L));
        List<ErrorTally> parts = new ArrayList<>();
        ErrorTally.SliceErrors all = whole.slice(0, List.of(0L), List.of(65536L));
        for (short place : places) {
            ErrorTally part = new ErrorTally(JavaType.INT, List.of(65536L));
            ErrorTally.SliceErrors one = part.slice(0, List.of(0L), List.of(65536L));
            all.note(Short.toUnsignedLong(place), place, place ^ 6L);
            one.note(Short.toUnsignedLong(place), place, place ^ 6L);
            one.end();
            parts.add(part);
        }
        all.end();
        parts.forEach(forwards::add);
        parts.reversed().forEach(backwards::add);

        assertThat(forwards.pattern()).usingRecursiveComparison().isEqualTo(backwards.pattern());
        assertThat(forwards.pattern().cells()).isEqualTo(whole.pattern().cells());
        assertThat(forwards.pattern().lowest()).isEqualTo(whole.pattern().lowest());
    }
}
