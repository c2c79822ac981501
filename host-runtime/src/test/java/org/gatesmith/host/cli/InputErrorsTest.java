package org.gatesmith.host.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says about inputs, sizes and constants that do not fit the kernel. */
class InputErrorsTest {

    @TempDir
    private Path folder;

    private static CommandRun run(String kernel, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("run", kernel, "--board", "u280", "--on", "jvm"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void aContractBrokenByAFileNamesTheElement() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(
                        @In @Range(min = 0, max = 99) @Shape({"m", "n"}) short[] a,
                        @Out @Shape({"m", "n"}) short[] b,
                        int m,
                        int n) {
                    for (int i = 0; i < m * n; i++) {
                        b[i] = a[i];
                    }
                }
                """);
        ArrayFiles.write(file("a.npy"), new short[] {0, 1, 2, 3, 99, 100}, 2, 3);

        run(kernel.file().toString(), "--in", "a=" + file("a.npy"))
                .exits(2)
                .complains("element [1][2] of 'a' is 100", "outside its contract 0 to 99");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5})
    void aTimeLimitOfNoTimeIsRefused(long seconds) {
        run("vector_add", "--time-limit", seconds)
                .exits(2)
                .complains("--time-limit " + seconds + ": must be at least 1 second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "csim", "tornado"})
    void anOpenClDeviceIsRefusedWhereNoneIsUsed(String device) {
        CommandRun.of("run", "vector_add", "--board", "u280", "--on", device, "--device", "pocl")
                .exits(2)
                .complains("--device pocl", "not for --on " + device);
    }

    @Test
    void theVendorsHeadersAreRefusedWhereNothingIsCompiledWithThem() {
        CommandRun.of("run", "vector_add", "--board", "u280", "--on", "jvm", "--hls-include", "include")
                .exits(2)
                .complains("--hls-include include", "for --on csim, not for --on jvm");
    }

    @Test
    void aFileOfAnotherTypeIsNamed() throws Exception {
        ArrayFiles.write(file("a.npy"), new double[] {1, 2}, 2);

        run("vector_add", "--in", "a=" + file("a.npy"))
                .exits(2)
                .complains("GS0810", file("a.npy").toString(), "'a'", "float");
    }

    @Test
    void aFileOfAnotherRankIsNamed() throws Exception {
        ArrayFiles.write(file("a.npy"), new byte[12], 2, 2, 3);

        run("gemm_i8", "--in", "a=" + file("a.npy"))
                .exits(2)
                .complains("GS0811", file("a.npy").toString(), "'a'", "2");
    }

    @Test
    void twoInputsThatDisagreeAreNamed() throws Exception {
        ArrayFiles.write(file("a.npy"), new float[3], 3);
        ArrayFiles.write(file("b.npy"), new float[4], 4);

        run("vector_add", "--in", "a=" + file("a.npy"), "--in", "b=" + file("b.npy"))
                .exits(2)
                .complains("the input for 'b'", "n = 4", "n is 3");
    }

    @Test
    void aSizeThatDisagreesWithAnInputIsNamed() throws Exception {
        ArrayFiles.write(file("a.npy"), new float[3], 3);

        run("vector_add", "--size", "n=5", "--in", "a=" + file("a.npy"))
                .exits(2)
                .complains("the input for 'a'", "n = 3", "n is 5");
    }

    @Test
    void bigEndianElementsAreRejected() throws Exception {
        byte[] npy = Files.readAllBytes(ArrayFiles.write(file("a.npy"), new float[] {1, 2}, 2));
        int mark = new String(npy, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("'<f4'");
        npy[mark + 1] = '>';
        Files.write(file("a.npy"), npy);

        run("vector_add", "--in", "a=" + file("a.npy"))
                .exits(2)
                .complains("GS0808", file("a.npy").toString(), "big-endian");
    }

    @Test
    void aTruncatedFileIsNamed() throws Exception {
        byte[] npy = Files.readAllBytes(ArrayFiles.write(file("a.npy"), new float[100], 100));
        Files.write(file("a.npy"), Arrays.copyOf(npy, npy.length - 1));

        run("vector_add", "--in", "a=" + file("a.npy"))
                .exits(2)
                .complains("GS0812", file("a.npy").toString());
    }

    @Test
    void aFileOfUnknownFormatIsNamed() throws Exception {
        Files.writeString(file("a.csv"), "1,2,3\n");

        run("vector_add", "--in", "a=" + file("a.csv"))
                .exits(2)
                .complains("GS0804", file("a.csv").toString());
    }

    @Test
    void aMissingInputFileIsNamed() {
        run("vector_add", "--in", "a=" + file("absent.npy"))
                .exits(2)
                .complains("GS0801", file("absent.npy").toString(), "no such file");
    }

    @Test
    void anUnknownInputNameBringsASuggestion() throws Exception {
        ArrayFiles.write(file("a.npy"), new float[3], 3);

        run("vector_add", "--in", "aa=" + file("a.npy"))
                .exits(2)
                .complains("no array parameter \"aa\"", "did you mean \"a\"?", "it has a, b, c");
    }

    @Test
    void anOutputTakesNoFile() throws Exception {
        ArrayFiles.write(file("c.npy"), new float[3], 3);

        run("vector_add", "--in", "c=" + file("c.npy")).exits(2).complains("'c'", "@Out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vector_add | nn=3     | no scalar parameter \"nn\"; did you mean \"n\"?",
                "vector_add | n=three  | n=three: \"three\" is no whole number",
                "vector_add | n=-1     | n = -1 is outside its contract 0 to 2147483647",
                "vector_add | n=3e9    | \"3e9\" is no whole number",
                "image_filter | w=5000 h=4 mode=0 | w = 5000 is outside its contract 1 to 4096",
                "image_filter | w=5000 h=4 mode=0 | changes dst",
                "image_filter | w=4 h=4 mode=2 | mode = 2 is outside its contract 0 to 1",
                "vector_add | n=99999999999999999999 | is beyond 2^63",
            })
    void aSizeThatDoesNotFitIsExplained(String kernel, String sizes, String message) {
        Object[] arguments = sizes.lines()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .flatMap(size -> java.util.stream.Stream.of("--size", size))
                .toArray();

        run(kernel, arguments).exits(2).complains(message);
    }

    @Test
    void aSizeWithoutValueIsWrongUsage() {
        run("vector_add", "--size", "n").exits(2).complains("n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gemm_i8    | ROWZ=8  | error[GS0106] | ROWZ | ROWS",
                "gemm_i8    | ROWS=5  | error[GS0107] | ROWS | 4, 8, 16, 32",
                "gemm_i8    | ROWS=x  | --set ROWS=x  | whole number | NAME=VALUE",
                "vector_add | N=1     | error[GS0106] | N | LANES",
            })
    void aConstantThatDoesNotFitIsExplained(String kernel, String set, String first, String second, String third) {
        run(kernel, "--set", set).exits(2).complains(first, second, third);
    }

    @Test
    void aConstantOfAKernelWithoutAnyIsExplained() throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "a[i]");

        run(kernel.file().toString(), "--set", "N=1").exits(2).complains("error[GS0106]", "no tunable");
    }

    @Test
    void aBrokenConstraintIsQuoted() {
        run("gemm_f32", "--set", "ROWS=16", "--set", "COLS=16").exits(0);
        run("posit_dot", "--set", "N_IN=4", "--set", "ES_IN=2")
                .exits(2)
                .complains("error[GS0108]", "N_IN >= ES_IN + 3", "N_IN = 4");
    }

    @Test
    void anUnknownDeviceIsNamedWithThoseThereAre() {
        CommandRun.of("run", "vector_add", "--board", "u280", "--on", "csym")
                .exits(2)
                .complains("no device \"csym\"", "did you mean \"csim\"?", "jvm, csim");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        run("vector_add", "--szie", "n=3").exits(2).complains("--szie", "--size");
    }
}
