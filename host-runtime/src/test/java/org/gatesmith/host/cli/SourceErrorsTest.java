package org.gatesmith.host.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says about sources that cannot become hardware. */
class SourceErrorsTest {

    @TempDir
    private Path folder;

    @Test
    void anUnsupportedConstructIsShownAtItsPlace() throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "String.valueOf(a[i]).length()");

        CommandRun.of("check", kernel.file())
                .exits(2)
                .complains(
                        kernel.at("String.valueOf"),
                        "error[GS0",
                        "b[i] = String.valueOf(a[i]).length();",
                        "^^^",
                        "fix: ");
    }

    @Test
    void severalErrorsAreReportedAtOnce() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    Object first = new Object();
                    synchronized (first) {
                        b[0] = a[0];
                    }
                    throw new IllegalStateException();
                }
                """);

        CommandRun.of("check", kernel.file())
                .exits(2)
                .complains(kernel.at("new Object"), kernel.at("synchronized"), kernel.at("throw new"));
    }

    @Test
    void aWriteToAnInputIsShownAtItsPlace() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    for (int i = 0; i < n; i++) {
                        b[i] = 1;
                        a[i] = 2;
                    }
                }
                """);

        CommandRun.of("check", kernel.file())
                .exits(2)
                .complains(kernel.at("a[i] = 2"), "error[GS0401]", "'a' is marked @In", "fix: mark it @InOut");
    }

    @Test
    void javaThatDoesNotCompileIsReportedInJavacsWords() throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "a[i] + undefined");

        CommandRun.of("check", kernel.file())
                .exits(2)
                .complains(kernel.at("undefined"), "error[GS0101]", "cannot find symbol", "variable undefined", "^^^");
    }

    @Test
    void aSyntaxErrorIsReportedInJavacsWords() throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "a[i] +");

        CommandRun.of("check", kernel.file())
                .exits(2)
                .complains(kernel.at("a[i] +"), "error[GS0101]", "illegal start of expression");
    }

    @Test
    void oneOfSeveralKernelsMustBeNamed() throws Exception {
        UserKernel kernels = UserKernel.of(folder, """
                @Kernel("first")
                public static void first(@Out @Shape("1") int[] b) {
                    b[0] = 1;
                }

                @Kernel("second")
                public static void second(@Out @Shape("1") int[] b) {
                    b[0] = 2;
                }
                """);

        CommandRun.of("check", kernels.file())
                .exits(2)
                .complains("error[GS0103]", "2 kernels: first, second", "File.java#first");
        CommandRun.of("check", kernels.file() + "#second").exits(0).prints("second: no errors");
        CommandRun.of("check", kernels.file() + "#third").exits(2).complains("no kernel named third", "first, second");
    }

    @Test
    void aFileWithoutKernelIsNamed() throws Exception {
        UserKernel none = UserKernel.of(folder, "static int twice(int x) {\n    return 2 * x;\n}\n");

        CommandRun.of("check", none.file()).exits(2).complains("error[GS0102]", "no method annotated @Kernel");
    }

    @Test
    void aMissingFileIsNamed() {
        CommandRun.of("check", folder.resolve("Absent.java"))
                .exits(2)
                .complains("there is no file or folder " + folder.resolve("Absent.java"));
    }

    @Test
    void anEmptyFolderIsNamed() {
        CommandRun.of("check", folder).exits(2).complains("no Java file in " + folder + " mentions @Kernel");
    }

    @Test
    void anUnknownKernelBringsASuggestionAndTheList() {
        CommandRun.of("check", "gemm_i9")
                .exits(2)
                .complains(
                        "there is no kernel \"gemm_i9\"",
                        "did you mean \"gemm_i8\"?",
                        "vector_add",
                        "path of a Java file");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws Exception {
        Path file = folder.resolve("K.java");
        Files.write(file, "// caf\u00e9\nclass K {}\n".getBytes(StandardCharsets.ISO_8859_1));

        CommandRun.of("check", file).exits(2).complains(file + " is not UTF-8 text");
    }

    @Test
    void aMissingKernelArgumentIsWrongUsage() {
        CommandRun.of("check").exits(2).complains("Missing required parameter");
    }

    @Test
    void anUnknownCommandBringsASuggestion() {
        CommandRun.of("chekc").exits(2).complains("chekc", "check");
    }
}
