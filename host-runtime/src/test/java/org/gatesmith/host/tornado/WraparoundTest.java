package org.gatesmith.host.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed arithmetic becomes unsigned; everything else stays as TornadoVM wrote it. */
class WraparoundTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i_3  =  i_1 + i_2;  | i_3  =  (int) ((uint) i_1 + (uint) i_2);",
                "i_3  =  i_1 + -16;  | i_3  =  (int) ((uint) i_1 + (uint) -16);",
                "i_3  =  i_1 * i_2;  | i_3  =  (int) ((uint) i_1 * (uint) i_2);",
                "i_3  =  i_1 - i_2;  | i_3  =  (int) ((uint) i_1 - (uint) i_2);",
                "i_3  =  i_1 << 31;  | i_3  =  (int) ((uint) i_1 << 31);",
                "i_3  =  -i_1;       | i_3  =  (int) ((uint) 0 - (uint) i_1);",
                "l_3  =  l_1 + 16L;  | l_3  =  (long) ((ulong) l_1 + (ulong) 16L);",
                "l_3  =  -l_1;       | l_3  =  (long) ((ulong) 0 - (ulong) l_1);"
            })
    void signedArithmeticWraps(String written, String expected) {
        assertThat(Wraparound.of("    " + written + "\n")).isEqualTo("    " + expected + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ul_3  =  ul_1 + 16L;",
                "f_3  =  f_1 + f_2;",
                "f_3  =  -f_1;",
                "i_3  =  i_1 >> 2;",
                "i_3  =  i_1 & -16;",
                "i_3  =  -1;",
                "i_3  =  i_1 / i_2;",
                "b_3  =  i_1 < i_2;",
                "i_3  =  min(i_1, i_2);",
                "for(;i_3 < i_2;)"
            })
    void everythingElseStays(String written) {
        assertThat(Wraparound.of("  " + written + "\n")).isEqualTo("  " + written + "\n");
    }
}
