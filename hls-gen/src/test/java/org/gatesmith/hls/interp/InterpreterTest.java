package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.gatesmith.hls.ir.IrText;
import org.junit.jupiter.api.Test;

class InterpreterTest {

    @Test
    void aTiledMatrixProductIsThatOfThePlainLoops() throws FaultException {
        int m = 32;
        int n = 48;
        int k = 64;
        Random random = new Random(1);
        byte[] a = new byte[m * k];
        byte[] b = new byte[k * n];
        int[] c = random.ints((long) m * n).toArray();
        random.nextBytes(a);
        random.nextBytes(b);
        int[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    expected[i * n + j] += a[i * k + l] * b[l * n + j];
                }
            }
        }
        Interpreter.of(IrText.program("gemm_i8"))
                .run(Map.of(
                        "a", Argument.of(PortMemory.of(a)),
                        "b", Argument.of(PortMemory.of(b)),
                        "c", Argument.of(PortMemory.of(c)),
                        "m", Argument.of(m),
                        "n", Argument.of(n),
                        "k", Argument.of(k)));
        assertThat(c).isEqualTo(expected);
    }
}
