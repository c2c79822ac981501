package org.gatesmith.host.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.endtoend.OpenCl;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.opencl.StandInCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run --on opencl} says where there is no device, or one that cannot do it. */
class OpenClErrorsTest {

    @TempDir
    private Path folder;

    private static CommandRun run(Map<String, String> environment, String kernel, String... more) throws Exception {
        Object[] all = new Object[more.length + 7];
        System.arraycopy(new Object[] {"run", kernel, "--board", "u280", "--on", "opencl", "--quiet"}, 0, all, 0, 7);
        System.arraycopy(more, 0, all, 7, more.length);
        return CommandRun.inChild(environment, all);
    }

    private StandInCard device() throws Exception {
        return StandInCard.with(
                KernelCompiler.compile(
                        CompileRequest.of(KernelLocator.locate("vector_add").source(), "vector_add")),
                folder);
    }

    @Test
    void withoutAnyDriverTheCommandEndsWithCodeThreeAndSaysWhatToInstall() throws Exception {
        OpenCl.assumeInstalled();
        Path empty = Files.createDirectory(folder.resolve("vendors"));

        run(Map.of("OCL_ICD_VENDORS", empty.toString()), "vector_add", "--size", "n=4")
                .exits(3)
                .complains("no OpenCL driver offers a device", "apt-get install pocl-opencl-icd ocl-icd-libopencl1");
    }

    @Test
    void aKernelThatDoesNotFitTheDeviceIsRefused() throws Exception {
        OpenCl.assumeInstalled();
        UserKernel source = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    int[] large = new int[4000000];
                    for (int i = 0; i < n; i++) {
                        large[i] = a[i];
                    }
                    for (int i = 0; i < n; i++) {
                        b[i] = large[n - 1 - i];
                    }
                }
                """);

        run(Map.of(), source.file().toString(), "--size", "n=4")
                .exits(2)
                .complains("GS0911", "the kernel's own arrays take 16000000 bytes", "make them smaller");
    }

    @Test
    void anUnknownDeviceIsAnErrorWithTheListAndTheNearestName() throws Exception {
        run(device().environment("CARD_PLATFORM", "Maker"), "vector_add", "--device", "makr")
                .exits(2)
                .complains(
                        "--device makr: no OpenCL device matches",
                        "did you mean \"maker\"?",
                        "0  Maker: xilinx_u280",
                        "choose one by its number or a part of its name");
    }

    @Test
    void whatTheDriversCompilerRejectsIsShownAtTheJavaLine() throws Exception {
        run(
                        device().environment(
                                        "CARD_PLATFORM", "Maker", "CARD_BUILD_LOG", "k:45:9: error: no such thing"),
                        "vector_add",
                        "--size",
                        "n=4")
                .exits(2)
                .complains("GS0909", "VectorAdd.java:41", "error: no such thing", "CL_BUILD_PROGRAM_FAILURE (-11)");
    }

    @Test
    void warningsOfTheDeviceShowInTheReportOfATiledRun() throws Exception {
        run(
                        device().environment("CARD_PLATFORM", "Maker", "CARD_FLOATS", "0"),
                        "vector_add",
                        "--size",
                        "n=4000",
                        "--tile",
                        "n=500")
                .exits(0)
                .prints(
                        "this device rounds float quotients and square roots inexactly",
                        "this device flushes subnormal floats to zero");
    }
}
