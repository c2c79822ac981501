package org.gatesmith.hls.interp;

import java.util.Map;
import java.util.Random;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;

/**
 * Prints how long the interpreter takes for {@code gemm_i8} on square matrices. Run its main method with the module's classes,
 * its test classes and those of {@code kernels/api} on the class path, and the side of the matrices, a multiple of 32, as the
 * argument.
 */
final class InterpreterSpeed {

    private static final int RUNS = 6;

    private InterpreterSpeed() {}

    public static void main(String[] args) throws FaultException {
        int side = Integer.parseInt(args[0]);
        Random random = new Random(1);
        byte[] a = new byte[side * side];
        byte[] b = new byte[side * side];
        random.nextBytes(a);
        random.nextBytes(b);
        Map<String, Argument> arguments = Map.of(
                "a", Argument.of(PortMemory.of(a)),
                "b", Argument.of(PortMemory.of(b)),
                "c", Argument.of(PortMemory.of(new int[side * side])),
                "m", Argument.of(side),
                "n", Argument.of(side),
                "k", Argument.of(side));
        Program program = IrText.program("gemm_i8");
        long start = System.nanoTime();
        Interpreter interpreter = Interpreter.of(program);
        System.out.printf("compiled in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        for (int run = 1; run <= RUNS; run++) {
            start = System.nanoTime();
            interpreter.run(arguments);
            System.out.printf("run %d: %d ms%n", run, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
