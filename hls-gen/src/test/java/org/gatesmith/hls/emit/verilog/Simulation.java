package org.gatesmith.hls.emit.verilog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a test bench left behind.
 *
 * @param cycles from the start to the end; negative if it did not end
 * @param memories contents of the board memories, as unsigned numbers; null for a word with unknown bits
 * @param log everything that was printed
 */
record Simulation(long cycles, Map<String, List<@Nullable BigInteger>> memories, String log) {

    private static final long SECONDS = 120;

    static boolean isAvailable() {
        return isInstalled("iverilog");
    }

    static boolean canLint() {
        return isInstalled("verilator") && isInstalled("iverilog");
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** What Verilator and Icarus have to say against the modules. */
    static String lint(Path folder, SortedMap<String, String> files, String top) {
        write(folder, files);
        List<String> verilator = new ArrayList<>(List.of("verilator", "--lint-only", "-Wall", "--top-module", top));
        verilator.addAll(files.keySet());
        List<String> icarus = new ArrayList<>(List.of("iverilog", "-g2005", "-Wall", "-s", top, "-o", "lint.vvp"));
        icarus.addAll(files.keySet());
        return run(folder, verilator) + run(folder, icarus);
    }

    /** Compiles a test bench with its modules by Icarus. */
    static Path compiled(Path folder, VerilogModules modules, Testbench bench) {
        Map<String, String> files = new LinkedHashMap<>(modules.files());
        files.put("tb.v", bench.text());
        write(folder, files);
        write(folder, bench.files());
        List<String> command = new ArrayList<>(List.of("iverilog", "-g2005", "-o", "tb.vvp"));
        command.addAll(files.keySet());
        String log = run(folder, command);
        if (!log.isBlank()) {
            throw new AssertionError("iverilog in " + folder + " says: " + log);
        }
        return folder;
    }

    private static void write(Path folder, Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Simulation random(Path folder, int seed) {
        return of(run(folder, List.of("vvp", "-n", "tb.vvp", "+ideal=0", "+seed=" + seed)));
    }

    static Simulation ideal(Path folder) {
        return of(run(folder, List.of("vvp", "-n", "tb.vvp", "+ideal=1")));
    }

    /** All calls, one after another, every second with ideal memory; the last one is the one that did not end. */
    static List<Simulation> calls(Path folder, int seed) {
        String log = run(folder, List.of("vvp", "-n", "tb.vvp", "+seed=" + seed));
        return Arrays.stream(log.split("(?m)(?=^cycles)", -1))
                .filter(call -> !call.isBlank())
                .map(Simulation::of)
                .toList();
    }

    private static Simulation of(String log) {
        long cycles = -1;
        Map<String, List<@Nullable BigInteger>> memories = new LinkedHashMap<>();
        for (String line : log.lines().toList()) {
            String[] words = line.strip().split(" ", -1);
            if (words[0].equals("cycles")) {
                cycles = Long.parseLong(words[1]);
            } else if (words[0].equals("ERROR")) {
                cycles = -1;
                break;
            } else if (words.length == 2) {
                BigInteger value = words[1].matches("[0-9a-f]+") ? new BigInteger(words[1], 16) : null;
                memories.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(value);
            }
        }
        return new Simulation(cycles, memories, log);
    }

    private static String run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " in " + folder + " does not end");
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
