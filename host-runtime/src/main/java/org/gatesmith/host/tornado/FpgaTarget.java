package org.gatesmith.host.tornado;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.gatesmith.board.Board;
import org.gatesmith.vendor.OpenClScripts;

/** A board as TornadoVM's virtual device: what a child JVM is told so that it writes OpenCL for that FPGA, without a device. */
final class FpgaTarget {

    /** TornadoVM looks for this word in the platform's name. */
    private static final String PLATFORM_NAME = "Xilinx";

    /** The range of work-items that TornadoVM may use; emitted tasks have one dimension and no limit of their own. */
    private static final int MOST_WORK_ITEMS = 4096;

    private FpgaTarget() {}

    /** Writes the files that describe the board; returns the JVM's options. */
    static List<String> options(Board board, Path folder) throws IOException {
        Files.createDirectories(bitstreams(folder));
        Path description = Files.writeString(folder.resolve("board.json"), description(board));
        Path configuration = Files.writeString(folder.resolve("board.conf"), configuration(board, folder));
        Path agent = agent(folder.resolve("agent.jar"));
        return List.of(
                "-javaagent:" + agent.toAbsolutePath() + "=" + PLATFORM_NAME,
                "-Dtornado.virtual.device=True",
                "-Dtornado.device.desc=" + description.toAbsolutePath(),
                "-Dtornado.fpga.conf.file=" + configuration.toAbsolutePath());
    }

    private static String deviceName(Board board) {
        return OpenClScripts.newestRelease(board)
                .flatMap(board.platforms()::preferred)
                .orElse(board.part().name());
    }

    /** Where TornadoVM would put what it builds; the folder must be there. */
    private static Path bitstreams(Path folder) {
        return folder.resolve("bitstream");
    }

    /** TornadoVM reads line by line: one key each, in this form. */
    static String description(Board board) {
        return """
                {
                  "deviceName" : "%1$s",
                  "doubleFPSupport" : true,
                  "maxWorkItemSizes" : [%2$d, %2$d, %2$d],
                  "deviceAddressBits" : 64,
                  "deviceType" : "CL_DEVICE_TYPE_ACCELERATOR",
                  "deviceExtensions" : "cl_khr_int64_base_atomics",
                  "availableProcessors" : 1
                }
                """.formatted(deviceName(board), MOST_WORK_ITEMS);
    }

    /** Asked for even when nothing is to be built. */
    private static String configuration(Board board, Path folder) {
        return """
                DEVICE_NAME = %s
                COMPILER = v++
                FLAGS = -O3
                DIRECTORY_BITSTREAM = %s/
                """.formatted(deviceName(board), bitstreams(folder).toAbsolutePath());
    }

    private static Path agent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", PlatformNameAgent.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : List.of(PlatformNameAgent.class, PlatformNameAgent.Renaming.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in = Objects.requireNonNull(type.getResourceAsStream("/" + name), name)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
