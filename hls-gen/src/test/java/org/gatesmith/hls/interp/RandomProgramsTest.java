package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;

class RandomProgramsTest {

    @Property(tries = 150, seed = "1")
    void randomProgramsAreValid(@ForAll long seed) {
        assertThat(IrVerifier.verify(RandomPrograms.program(seed))).isEmpty();
    }

    @Property(tries = 150, seed = "1")
    void printingWhatWasParsedGivesTheTextAgain(@ForAll long seed) {
        String text = IrPrinter.print(RandomPrograms.program(seed));
        assertThat(IrPrinter.print(IrText.parse(text))).isEqualTo(text);
    }

    @Property(tries = 150, seed = "1")
    void randomProgramsEndWithoutAFault(@ForAll long seed) {
        assertThat(RandomPrograms.run(RandomPrograms.program(seed), seed).fault())
                .isEmpty();
    }

    @Property(tries = 150, seed = "1")
    void aProgramReadBackComputesTheSame(@ForAll long seed) {
        Program program = RandomPrograms.program(seed);
        Program readBack = IrText.parse(IrPrinter.print(program));
        assertThat(RandomPrograms.run(readBack, seed)).isEqualTo(RandomPrograms.run(program, seed));
    }
}
