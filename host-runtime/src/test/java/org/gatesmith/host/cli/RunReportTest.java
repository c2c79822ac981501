package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.library.vision.ImageFilter;
import org.gatesmith.library.vision.ImageFilterReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run reports and leaves behind. */
class RunReportTest {

    @TempDir
    private Path folder;

    private static CommandRun run(String kernel, String device, Object... more) {
        Object[] arguments = new Object[6 + more.length];
        System.arraycopy(new Object[] {"run", kernel, "--board", "u280", "--on", device}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandRun.of(arguments).exits(0);
    }

    private static JsonNode json(CommandRun run) {
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void thePlainReportTellsSizesInputsAndVerdict() {
        run("gemm_i8", "csim", "--size", "m=3", "n=5", "k=7", "--seed", "11")
                .prints(
                        "gemm_i8 on csim with m=3 n=5 k=7",
                        "random inputs (seed 11): a, b, c",
                        "c 3×5: 15 elements equal to the JVM, bit for bit",
                        System.lineSeparator() + "equal");
    }

    @Test
    void theJsonReportHoldsTheSameFacts() {
        JsonNode report =
                json(run("gemm_i8", "csim", "--size", "m=3", "n=5", "k=7", "--seed", "11", "--json", "--out", folder));

        assertThat(report.path("kernel").asString()).isEqualTo("gemm_i8");
        assertThat(report.path("device").asString()).isEqualTo("csim");
        assertThat(report.path("equal").asBoolean()).isTrue();
        assertThat(report.path("seed").asInt()).isEqualTo(11);
        assertThat(report.path("scalars").toString()).isEqualTo("{\"m\":3,\"n\":5,\"k\":7}");
        assertThat(report.path("shapes").path("c").toString()).isEqualTo("[3,5]");
        assertThat(report.path("randomInputs").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(report.path("outputs").path("c").path("elements").asInt()).isEqualTo(15);
        assertThat(report.path("outputs").path("c").path("mismatches").asInt(-1))
                .isZero();
        assertThat(report.path("files").toString()).isEqualTo("[\"" + folder.resolve("outputs/c.npy") + "\"]");
        assertThat(report.path("deviceSeconds").asDouble()).isPositive();
        assertThat(report.path("expectationSeconds").asDouble()).isPositive();
    }

    @Test
    void scalarsAreReportedAsTheNumbersTheyAre() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(
                        @Out @Shape("1") double[] b, boolean negative, char letter, float half, double any, long big) {
                    b[0] = (negative ? -1 : 1) * (half + any + letter + big);
                }
                """);

        CommandRun run = run(
                kernel.file().toString(),
                "csim",
                "--size",
                "negative=true",
                "letter=65",
                "half=0.5",
                "big=-9223372036854775808",
                "--json");

        JsonNode scalars = json(run).path("scalars");
        assertThat(scalars.path("negative").isBoolean()).isTrue();
        assertThat(scalars.path("letter").asInt()).isEqualTo(65);
        assertThat(scalars.path("half").asDouble()).isEqualTo(0.5);
        assertThat(scalars.path("any").asDouble()).isBetween(-1.0, 1.0);
        assertThat(scalars.path("big").asLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(json(run).path("randomInputs").toString()).isEqualTo("[\"any\"]");
    }

    @Test
    void outputsAreFilesThatCanBeInputsAgain() throws Exception {
        Path a = ArrayFiles.write(folder.resolve("a.npy"), new float[] {1, 2, 3}, 3);
        Path b = ArrayFiles.write(folder.resolve("b.npy"), new float[] {10, -0.5f, Float.MIN_VALUE}, 3);

        run("vector_add", "csim", "--in", "a=" + a, "--in", "b=" + b, "--out", folder.resolve("once"));
        run(
                "vector_add",
                "csim",
                "--in",
                "a=" + a,
                "--in",
                "b=" + folder.resolve("once/outputs/c.npy"),
                "--out",
                folder.resolve("twice"));

        assertThat(ArrayFiles.read(folder.resolve("once/outputs/c.npy"), JavaType.FLOAT, 3))
                .isEqualTo(new float[] {11, 1.5f, 3});
        assertThat(ArrayFiles.read(folder.resolve("twice/outputs/c.npy"), JavaType.FLOAT, 3))
                .isEqualTo(new float[] {12, 3.5f, 6});
    }

    @Test
    void theSameSeedGivesTheSameInputsOnEveryDevice() throws Exception {
        run("gemm_f32", "jvm", "--size", "m=4", "n=3", "k=9", "--seed", "5", "--out", folder.resolve("jvm"));
        run("gemm_f32", "csim", "--size", "m=4", "n=3", "k=9", "--seed", "5", "--out", folder.resolve("csim"));
        run("gemm_f32", "jvm", "--size", "m=4", "n=3", "k=9", "--seed", "6", "--out", folder.resolve("other"));

        assertThat(folder.resolve("csim/outputs/c.npy")).hasSameBinaryContentAs(folder.resolve("jvm/outputs/c.npy"));
        assertThat(Files.mismatch(folder.resolve("other/outputs/c.npy"), folder.resolve("jvm/outputs/c.npy")))
                .isNotNegative();
    }

    @Test
    void anImageInGivesAnImageOut() throws Exception {
        int height = 19;
        int width = 23;
        byte[] pixels = new byte[height * width];
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37 ^ i >> 3);
            image.getRaster().setSample(i % width, i / width, 0, pixels[i] & 0xFF);
        }
        Path photo = folder.resolve("photo.png");
        ImageIO.write(image, "png", photo.toFile());
        byte[] expected = new byte[pixels.length];
        ImageFilterReference.filter(pixels, expected, height, width, ImageFilter.SOBEL);

        run("image_filter", "csim", "--in", "src=" + photo, "--size", "mode=1", "--out", folder.resolve("run"))
                .prints("dst 19×23: 437 elements equal", "wrote " + folder.resolve("run/outputs/dst.png"));

        BufferedImage filtered =
                ImageIO.read(folder.resolve("run/outputs/dst.png").toFile());
        int[] samples = filtered.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
        assertThat(samples).hasSize(expected.length);
        for (int i = 0; i < samples.length; i++) {
            assertThat((byte) samples[i]).as("pixel " + i).isEqualTo(expected[i]);
        }
        assertThat(ArrayFiles.read(folder.resolve("run/outputs/dst.npy"), JavaType.BYTE, height, width))
                .isEqualTo(expected);
    }

    @Test
    void aPortableGreyMapIsAnImageToo() throws Exception {
        Path photo =
                Files.write(folder.resolve("photo.pgm"), "P5\n3 2\n255\nabcdef".getBytes(StandardCharsets.ISO_8859_1));

        run("image_filter", "jvm", "--in", "src=" + photo, "--size", "mode=0", "--out", folder.resolve("run"))
                .prints("with h=2 w=3 mode=0", "dst.png");
    }

    @Test
    void anArrayAloneLeavesNoImage() throws Exception {
        Path source = ArrayFiles.write(folder.resolve("src.npy"), new byte[6], 2, 3);
        Path out = folder.resolve("out");

        run("image_filter", "jvm", "--in", "src=" + source, "--out", out);

        try (var files = Files.list(out.resolve("outputs"))) {
            assertThat(files.map(file -> file.getFileName().toString())).isEqualTo(List.of("dst.npy"));
        }
    }

    @Test
    void aProfileIsOnThePage() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    for (int i = 0; i < n; i++) {
                        int low = a[i] & 15;
                        b[i] = low * low;
                    }
                }
                """);

        run(
                        kernel.file().toString(),
                        "csim",
                        "--size",
                        "n=4000",
                        "--tile",
                        "n=1000",
                        "--profile",
                        "--out",
                        folder.resolve("run"))
                .prints("4 tiles: n in 4 of 1000", "b 4000: 4000 elements equal");

        assertThat(Files.readString(folder.resolve("run/report.html"))).contains("k.low", "225");
    }

    @Test
    void aProfileThatWouldTakeHoursIsRefused() {
        CommandRun.of(
                        "run",
                        "gemm_i8",
                        "--board",
                        "u280",
                        "--on",
                        "jvm",
                        "--size",
                        "m=4096",
                        "n=4096",
                        "k=1024",
                        "--tile",
                        "m=4096",
                        "n=4096",
                        "--memory",
                        "2G",
                        "--profile")
                .exits(2)
                .complains("--profile interprets the kernel", "choose smaller tiles with --tile");
    }
}
