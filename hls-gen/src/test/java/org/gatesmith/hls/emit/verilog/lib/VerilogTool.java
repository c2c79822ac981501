package org.gatesmith.hls.emit.verilog.lib;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that reads Verilog, run in a folder with the files of the library. */
record VerilogTool(String name, Path folder) {

    /** What the program left behind; both outputs together. */
    record Outcome(int exitCode, String output) {}

    /** Skips the test where the program is not installed. */
    static VerilogTool in(Path folder, String name, String versionOption) throws Exception {
        assumeTrue(installed(name, versionOption), () -> name + " is not installed; ./gatesmith setup installs it");
        for (String module : VerilogLibrary.modules()) {
            Files.writeString(folder.resolve(module + ".v"), VerilogLibrary.text(module));
        }
        return new VerilogTool(name, folder);
    }

    private static boolean installed(String name, String versionOption) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(name, versionOption)
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    Outcome run(List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(name));
        line.addAll(arguments);
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** The files of a module and of those that it needs. */
    static List<String> files(String module) {
        return List.copyOf(VerilogLibrary.neededBy(List.of(module)).keySet());
    }
}
