package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.gatesmith.host.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {

    private static long[] covered(Verification verification, long groups, long seed) {
        return LongStream.range(0, groups)
                .filter(group -> verification.covers(group, groups, seed))
                .toArray();
    }

    @Test
    void sharesAreFractionsOrPercentages() throws Exception {
        assertThat(Verification.parse("all")).isEqualTo(new Verification.All());
        assertThat(Verification.parse("none")).isEqualTo(new Verification.None());
        assertThat(Verification.parse("sample:0.25")).isEqualTo(new Verification.Sample(0.25));
        assertThat(Verification.parse("sample:25%")).isEqualTo(new Verification.Sample(0.25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "some",
                "sample",
                "sample:",
                "sample:%",
                "sample:x",
                "sample:0",
                "sample:-1",
                "sample:1.5",
                "sample:101%",
                "sample:NaN"
            })
    void whatIsNoShareIsRejectedWithWhatWouldBe(String text) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Verification.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("sample:5%");
    }

    @Property(tries = 200, seed = "1")
    void aSampleHasTheShareOfTheGroupsAndAtLeastOne(
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1) double share,
            @ForAll @IntRange(min = 1, max = 300) int groups,
            @ForAll long seed) {
        assertThat(covered(new Verification.Sample(share), groups, seed))
                .hasSize((int) Math.max(1, Math.round(share * groups)));
    }

    @Test
    void theSeedChoosesTheSample() {
        Verification sample = new Verification.Sample(0.1);

        assertThat(covered(sample, 1000, 1)).isEqualTo(covered(sample, 1000, 1));
        assertThat(covered(sample, 1000, 1)).isNotEqualTo(covered(sample, 1000, 2));
    }

    @Test
    void aSampleIsSpreadOverTheWholeProblem() {
        long[] groups = covered(new Verification.Sample(0.01), 1000, 3);

        for (int i = 0; i < 10; i++) {
            assertThat(groups[i]).isBetween(100L * i, 100L * i + 99);
        }
    }
}
