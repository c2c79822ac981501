package org.gatesmith.hls.emit.hlscpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.emit.CppCompiler;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.FormulaSyntaxException;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emitted test bench, built and run on files. */
class TestBenchTest {

    /** {@code even[i] = a[i] % 2 == 0; y[i] += gain * a[i]}; the parameter names are taken in the test bench. */
    private static final String PROGRAM = """
            function scale(%argv: port<i16>, %wrong: port<u1>, %y: port<f32>, %tb: i32, %gain: f32) {
                %0: i32 = const 0
                %1: i16 = const 1
                for scale.i (%i: i32 = %0; %i < %tb; %i += 1) {
                    %a: i16 = load %argv[%i]
                    %2: i16 = and %a, %1
                    %3: u1 = eq %2, %0
                    store %wrong[%i] = %3
                    %4: f32 = int_to_float %a
                    %5: f32 = fmul %gain, %4
                    %old: f32 = load %y[%i]
                    %6: f32 = fadd %old, %5
                    store %y[%i] = %6
                }
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        write("argv", buffer(6).putShort((short) 1).putShort((short) -2).putShort((short) 300));
        write("y", buffer(12).putFloat(0).putFloat(1).putFloat(Float.NaN));
        write("wrong.expected", buffer(3).put((byte) 0).put((byte) 1).put((byte) 1));
        write("y.expected", buffer(12).putFloat(0.5f).putFloat(0).putFloat(-Float.NaN));
    }

    @Test
    void acceptsWhatTheKernelComputes() throws FormulaSyntaxException {
        CppCompiler.Run run = built(Tolerance.EXACT).run("tb=3", "gain=0.5");
        assertThat(run).isEqualTo(new CppCompiler.Run(0, "every output is as expected\n"));
    }

    @Test
    void namesTheElementsThatDiffer() throws FormulaSyntaxException, IOException {
        write("other", buffer(12).putFloat(0.5f).putFloat(-0.0f).putFloat(7));
        CppCompiler.Run run = built(Tolerance.EXACT).run("tb=3", "gain=0.5", "y.expected=other.bin");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("y[1] is 0, expected -0", "y[2] is nan, expected 7", "y: 2 of 3 elements differ");
    }

    @Test
    void acceptsErrorsWithinTheTolerance() throws FormulaSyntaxException, IOException {
        write(
                "y.expected",
                buffer(12).putFloat(Math.nextUp(0.5f)).putFloat(1e-6f).putFloat(Float.NaN));
        CppCompiler compiler = built(new Tolerance(1, 0, 1e-5));
        assertThat(compiler.run("tb=3", "gain=0.5").status()).isZero();
    }

    @Test
    void refusesErrorsBeyondTheTolerance() throws FormulaSyntaxException, IOException {
        write("y.expected", buffer(12).putFloat(0.51f).putFloat(0).putFloat(Float.NaN));
        CppCompiler.Run run = built(new Tolerance(1, 1e-3, 0)).run("tb=3", "gain=0.5");
        assertThat(run.output()).contains("y[0] is 0.5, expected 0.50999999046325684");
    }

    @Test
    void saysWhichFileIsMissing() throws FormulaSyntaxException {
        CppCompiler.Run run = built(Tolerance.EXACT).run("tb=3", "gain=0.5", "argv=nowhere/a.bin");
        assertThat(run).isEqualTo(new CppCompiler.Run(2, "cannot open nowhere/a.bin\n"));
    }

    @Test
    void saysWhichFileHasTheWrongSize() throws FormulaSyntaxException {
        CppCompiler.Run run = built(Tolerance.EXACT).run("tb=2", "gain=0.5");
        assertThat(run).isEqualTo(new CppCompiler.Run(2, "./argv.bin does not hold 2 elements of 2 bytes\n"));
    }

    @Test
    void saysWhichScalarIsMissing() throws FormulaSyntaxException {
        CppCompiler.Run run = built(Tolerance.EXACT).run("tb=3", "gain=much");
        assertThat(run).isEqualTo(new CppCompiler.Run(2, "the argument gain=number is missing or is no number\n"));
    }

    private CppCompiler built(Tolerance tolerance) throws FormulaSyntaxException {
        Program program = IrText.parse(PROGRAM);
        EmittedSources sources = new HlsCppBackend().emit(program, signature(tolerance), OPTIONS);
        CppCompiler compiler = CppCompiler.forKernels(folder);
        sources.files().forEach(compiler::write);
        compiler.build(List.of("scale.cpp", "scale_tb.cpp"));
        return compiler;
    }

    private static final HlsOptions OPTIONS = new HlsOptions("u280", Map.of(), Map.of(), "Gatesmith");

    private static KernelSignature signature(Tolerance tolerance) throws FormulaSyntaxException {
        return new KernelSignature(
                "scale",
                "org.example.Scale",
                "scale",
                List.of(
                        array("argv", JavaType.SHORT, Direction.IN),
                        array("wrong", JavaType.BOOLEAN, Direction.OUT),
                        array("y", JavaType.FLOAT, Direction.INOUT),
                        new Parameter.Scalar("tb", JavaType.INT, null),
                        new Parameter.Scalar("gain", JavaType.FLOAT, null)),
                tolerance,
                "");
    }

    private static Parameter array(String name, JavaType type, Direction direction) throws FormulaSyntaxException {
        return new Parameter.Array(name, type, null, direction, List.of(Formula.parse("tb + 0")), "gmem");
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(String name, ByteBuffer contents) throws IOException {
        byte[] bytes = new byte[contents.flip().remaining()];
        contents.get(bytes);
        Files.write(folder.resolve(name + ".bin"), bytes);
    }
}
