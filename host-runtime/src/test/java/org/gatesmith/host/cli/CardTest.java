package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.opencl.StandInCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --on board}, with a stand-in for the card's driver. */
class CardTest {

    /** {@code XCLBIN_FLAT} and {@code XCLBIN_HW_EMU}. */
    private static final int HARDWARE = 0;

    private static final int EMULATION = 4;

    @TempDir
    private Path folder;

    private static CompiledKernel kernel(String name) throws Exception {
        return KernelCompiler.compile(
                CompileRequest.of(KernelLocator.locate(name).source(), name));
    }

    private Path program() throws Exception {
        return StandInCard.program(folder.resolve("k.xclbin"), HARDWARE);
    }

    private static CommandRun run(Map<String, String> environment, String kernel, String... more) throws Exception {
        String[] first = {"run", kernel, "--board", "u280", "--on", "board", "--quiet"};
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return CommandRun.inChild(environment, (Object[]) all);
    }

    @Test
    void theProgramRunsAsOneWorkItemWithItsBuffersAtItsArguments() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);
        Path program = program();

        run(card.environment(), "vector_add", "--binary", program.toString(), "--size", "n=1000", "--tile", "n=1000")
                .exits(0);

        byte[] bytes = Files.readAllBytes(program);
        List<String> calls = card.calls();
        assertThat(calls)
                .contains(
                        "clCreateProgramWithBinary bytes=" + bytes.length + " hash=" + hash(bytes),
                        "clBuildProgram options=",
                        "clCreateBuffer bytes=4000 flags=80000001 kernel=vector_add argument=0 host=none",
                        "clCreateBuffer bytes=4000 flags=80000001 kernel=vector_add argument=1 host=none",
                        "clCreateBuffer bytes=4000 flags=80000001 kernel=vector_add argument=2 host=none",
                        "clSetKernelArg kernel=vector_add index=0 bytes=8",
                        "clSetKernelArg kernel=vector_add index=3 bytes=4");
        assertThat(calls.stream().filter(call -> call.startsWith("clEnqueueNDRangeKernel")))
                .singleElement()
                .asString()
                .endsWith("kernel=vector_add dimensions=1 global=1 local=1");
    }

    /** As {@link java.util.Arrays#hashCode(byte[])} without its first term, and unsigned as a driver reads bytes. */
    private static int hash(byte[] bytes) {
        int sum = 0;
        for (byte b : bytes) {
            sum = sum * 31 + (b & 0xff);
        }
        return sum;
    }

    @Test
    void transfersHaveQueuesOfTheirOwnSoThatTheyOverlapWithTheKernel() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);

        run(card.environment(), "vector_add", "--binary", program().toString(), "--size", "n=4000", "--tile", "n=500")
                .exits(0);

        assertThat(queues(card, "clEnqueueWriteBuffer")).hasSize(1);
        assertThat(queues(card, "clEnqueueReadBuffer")).hasSize(1);
        assertThat(queues(card, "clEnqueueNDRangeKernel"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(queues(card, "clEnqueueWriteBuffer"))
                .doesNotContainAnyElementsOf(queues(card, "clEnqueueReadBuffer"));
    }

    private static List<String> queues(StandInCard card, String function) throws Exception {
        return card.calls().stream()
                .filter(call -> call.startsWith(function + " "))
                .map(call -> call.split(" ", -1)[1])
                .distinct()
                .toList();
    }

    @Test
    void processesThatPipesJoinAllRunAtTheSameTime() throws Exception {
        StandInCard card = StandInCard.withPipes(kernel("image_filter"), folder);

        run(
                        card.environment(),
                        "image_filter",
                        "--binary",
                        program().toString(),
                        "--size",
                        "h=61",
                        "--size",
                        "w=37",
                        "--size",
                        "mode=1")
                .exits(0)
                .prints("elements equal to the JVM, bit for bit");

        assertThat(queues(card, "clEnqueueNDRangeKernel")).hasSize(3);
        assertThat(card.calls())
                .anyMatch(call -> call.matches("clCreateBuffer .* kernel=image_filter_load argument=0 host=none"))
                .anyMatch(call -> call.matches("clCreateBuffer .* kernel=image_filter_store argument=0 host=none"));
    }

    @Test
    void fifosInGlobalMemoryFollowTheKernelsArguments() throws Exception {
        StandInCard card = StandInCard.with(kernel("image_filter"), folder);

        run(
                        card.environment(),
                        "image_filter",
                        "--binary",
                        program().toString(),
                        "--size",
                        "h=61",
                        "--size",
                        "w=37",
                        "--size",
                        "mode=0")
                .exits(0)
                .prints("elements equal to the JVM, bit for bit");

        assertThat(card.calls())
                .anyMatch(call -> call.matches("clCreateBuffer .* kernel=image_filter argument=5 host=none"))
                .anyMatch(call -> call.matches("clCreateBuffer .* kernel=image_filter argument=6 host=none"));
    }

    @Test
    void withoutTheVendorsPlatformTheMessageSaysWhatToInstall() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);

        run(
                        card.environment("CARD_PLATFORM", "Other"),
                        "vector_add",
                        "--binary",
                        program().toString())
                .exits(3)
                .complains("no device of the OpenCL platform 'Xilinx'", "Other: xilinx_u280", "install the card, XRT");
    }

    @Test
    void aCardOfAnotherBoardIsTakenWithAWarning() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);

        run(
                        card.environment("CARD_NAME", "xilinx_u250"),
                        "vector_add",
                        "--binary",
                        program().toString(),
                        "--size",
                        "n=9")
                .exits(0)
                .prints("the name of the card does not contain u280: Xilinx: xilinx_u250");
    }

    @Test
    void aCardThatIsNotThereIsAnErrorThatListsThoseThatAre() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);

        run(card.environment(), "vector_add", "--binary", program().toString(), "--device", "xilynx")
                .exits(2)
                .complains("--device xilynx: no OpenCL device matches", "xilinx", "0  Xilinx: xilinx_u280_gen3x16");
    }

    @Test
    void aProgramOfAnotherKernelIsAnError() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);

        run(card.environment(), "gemm_f32", "--binary", program().toString())
                .exits(2)
                .complains("holds no kernel 'gemm_f32'", "build.sh");
        run(card.environment(), "image_filter", "--binary", program().toString())
                .exits(2)
                .complains("holds no kernel 'image_filter' nor the kernel 'image_filter_load'");
    }

    @Test
    void aProgramOfAnotherVersionOfTheKernelIsAnError() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);
        UserKernel other = UserKernel.of(folder, """
                @Kernel("vector_add")
                public static void k(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    for (int i = 0; i < n; i++) {
                        b[i] = a[i];
                    }
                }
                """);

        run(card.environment(), other.file().toString(), "--binary", program().toString())
                .exits(2)
                .complains("has 4 arguments instead of 3: it was built from another version of the kernel");
    }

    @Test
    void aProgramThatTheDriverRejectsIsAnErrorWithItsName() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);

        run(
                        card.environment("CARD_REJECTS", "yes"),
                        "vector_add",
                        "--binary",
                        program().toString())
                .exits(2)
                .complains("GS0912", "CL_INVALID_BINARY (-42)", "made for another card");
    }

    @Test
    void aFileThatIsNoProgramOrNotAllOfOneIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("k.cl"), "__kernel void k() {}");
        Path whole = program();
        Path half = Files.write(folder.resolve("half.xclbin"), Arrays.copyOf(Files.readAllBytes(whole), 500));
        Path none = folder.resolve("none.xclbin");

        run(Map.of(), "vector_add", "--binary", text.toString()).exits(2).complains("k.cl is no .xclbin");
        run(Map.of(), "vector_add", "--binary", half.toString())
                .exits(2)
                .complains("cut short: it has 500 bytes of 556");
        run(Map.of(), "vector_add", "--binary", none.toString()).exits(2).complains("none.xclbin cannot be read");
        run(Map.of(), "vector_add", "--binary", folder.toString()).exits(2).complains("it is a folder");
    }

    @Test
    void aProgramForEmulationNeedsItsVariable() throws Exception {
        StandInCard card = StandInCard.with(kernel("vector_add"), folder);
        Path program = StandInCard.program(folder.resolve("k.hw_emu.xclbin"), EMULATION);

        run(card.environment(), "vector_add", "--binary", program.toString())
                .exits(2)
                .complains("built for emulation, which needs XCL_EMULATION_MODE");
        run(
                        card.environment("XCL_EMULATION_MODE", "hw_emu"),
                        "vector_add",
                        "--binary",
                        program.toString(),
                        "--size",
                        "n=5")
                .exits(0);
    }

    @Test
    void aProgramIsNeededForACardAndForNothingElse() throws Exception {
        CommandRun.of("run", "vector_add", "--board", "u280", "--on", "board")
                .exits(2)
                .complains("name it with --binary FILE.xclbin", "build.sh");
        CommandRun.of("run", "vector_add", "--board", "u280", "--on", "jvm", "--binary", "k.xclbin")
                .exits(2)
                .complains("run it with --on board, not --on jvm");
    }
}
