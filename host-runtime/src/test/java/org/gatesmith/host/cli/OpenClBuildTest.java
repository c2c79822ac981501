package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code build --emit opencl} writes the kernel, its form with pipes and what the vendor's tools need. */
class OpenClBuildTest {

    @TempDir
    private Path folder;

    private CommandRun build(String kernel, String board) {
        return CommandRun.of("build", kernel, "--board", board, "--emit", "opencl", "--out", folder.toString());
    }

    @Test
    void aKernelWithoutFifosIsOneKernelForTheTools() throws Exception {
        build("vector_add", "u280")
                .exits(0)
                .prints("  vector_add.cl\n", "  link.cfg\n", "  build.sh\n", "Vitis 2023.1");

        assertThat(folder.resolve("vector_add_pipes.cl")).doesNotExist();
        assertThat(folder.resolve("build.sh"))
                .content()
                .contains("source='vector_add.cl'\n", "kernels='vector_add'\n", "release=2023.1\n");
        assertThat(folder.resolve("link.cfg")).content().contains("sp=vector_add_1.m_axi_gmem:");
    }

    @Test
    void aKernelWithFifosIsBuiltWithOneKernelPerProcess() throws Exception {
        build("image_filter", "zcu102").exits(0).prints("  image_filter.cl\n", "  image_filter_pipes.cl\n");

        assertThat(folder.resolve("build.sh"))
                .content()
                .contains(
                        "source='image_filter_pipes.cl'\n",
                        "kernels='image_filter_load image_filter_convolve image_filter_store'\n");
        assertThat(folder.resolve("link.cfg"))
                .content()
                .contains("nk=image_filter_convolve:1:image_filter_convolve_1\n", "sp=image_filter_load_1.m_axi_gmem:")
                .doesNotContain("sp=image_filter_convolve_1");
    }

    @Test
    void releasesThatTakeNoOpenClAreReferredToHls() {
        build("vector_add", "u280")
                .exits(0)
                .prints("no release after 2023.1 takes OpenCL C: --emit hls is the way there");
    }

    @Test
    void aBoardWithoutVitisPlatformIsServedByTheReleaseBefore() {
        build("vector_add", "vcu1525").exits(0).prints("build.sh is for SDAccel 2018.3");
        assertThat(Files.exists(folder.resolve("link.cfg"))).isFalse();
    }

    @Test
    void whyAKernelHasNoFormWithPipesIsSaid() throws Exception {
        Path source = Files.writeString(folder.resolve("Mixed.java"), """
                import org.gatesmith.api.*;

                public final class Mixed {
                    private static void make(int[] a, IntFifo link, int[] tile) {
                        for (int i = 0; i < 4; i++) {
                            link.write(a[i]);
                            tile[i] = a[i];
                        }
                    }

                    private static void use(IntFifo link, int[] tile, int[] b) {
                        for (int i = 0; i < 4; i++) {
                            b[i] = link.read() + tile[i];
                        }
                    }

                    @Kernel("mixed")
                    @Dataflow
                    public static void run(@In @Shape("4") int[] a, @Out @Shape("4") int[] b) {
                        IntFifo link = new IntFifo();
                        int[] tile = new int[4];
                        make(a, link, tile);
                        use(link, tile, b);
                    }
                }
                """);

        build(source.toString(), "u280")
                .exits(0)
                .prints("  mixed.cl\n", "on the card the FIFOs lie in global memory", "the array 'tile'");
        assertThat(folder.resolve("mixed_pipes.cl")).doesNotExist();
    }
}
