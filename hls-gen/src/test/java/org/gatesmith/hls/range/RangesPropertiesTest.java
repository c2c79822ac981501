package org.gatesmith.hls.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.junit.jupiter.api.Test;

/** Every integer that is observed lies in the range found for it. */
class RangesPropertiesTest {

    @Property(tries = 2000, seed = "1")
    void everyIntegerOfARandomProgramLiesInItsRange(@ForAll long seed) {
        Program program = RandomPrograms.program(seed);
        Program probed = RangeProbes.in(program, Ranges.of(program));
        assertThat(IrVerifier.verify(probed)).isEmpty();
        assertThat(RandomPrograms.run(probed, seed)).isEqualTo(RandomPrograms.run(program, seed));
    }

    @Property(tries = 100, seed = "1")
    void everyIntegerOfASimplifiedRandomProgramLiesInItsRange(@ForAll long seed) throws DiagnosticException {
        Program program = Pipeline.standard().run(RandomPrograms.program(seed));
        Program probed = RangeProbes.in(program, Ranges.of(program));
        assertThat(RandomPrograms.run(probed, seed)).isEqualTo(RandomPrograms.run(program, seed));
    }

    @Property(tries = 400, seed = "1")
    void everyIntegerOfNestedLoopsLiesInItsRange(@ForAll long seed) {
        Program program = RandomLoops.program(seed);
        Program probed = RangeProbes.in(program, Ranges.of(program));
        assertThat(IrVerifier.verify(probed)).isEmpty();
        assertThat(RandomPrograms.run(probed, seed)).isEqualTo(RandomPrograms.run(program, seed));
    }

    /** The properties above can fail: ranges that miss their largest number are found out. */
    @Test
    void rangesThatAreTooSmallAreNoticed() {
        long noticed = LongStream.range(0, 50)
                .filter(seed -> {
                    Program program = RandomPrograms.program(seed);
                    Program probed =
                            RangeProbes.in(program, Ranges.of(program), RangesPropertiesTest::withoutTheLargest);
                    return !RandomPrograms.run(probed, seed).fault().isEmpty();
                })
                .count();
        assertThat(noticed).isGreaterThan(45);
    }

    private static IntRange withoutTheLargest(IntRange range) {
        return range.isConstant() || range.isEmpty()
                ? range
                : IntRange.between(range.min(), range.max().subtract(BigInteger.ONE));
    }
}
