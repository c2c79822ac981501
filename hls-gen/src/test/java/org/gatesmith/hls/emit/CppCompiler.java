package org.gatesmith.hls.emit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles emitted C++ with the headers for C simulation and runs it. Warnings are errors. */
public final class CppCompiler {

    /** Headers of the emulator; the property points the tests at another implementation, such as the vendor's. */
    private static final List<String> HEADERS = Stream.of(
                    System.getProperty(
                            "gatesmith.hls.include", "../host-runtime/src/main/resources/org/gatesmith/host/csim/hls"),
                    "../host-runtime/src/main/resources/org/gatesmith/host/csim/runtime")
            .map(folder -> Path.of(folder).toAbsolutePath().toString())
            .toList();

    /** As the emulator compiles; -fwrapv makes native arithmetic Java's. */
    private static final List<String> FLAGS = List.of(
            "-std=c++14",
            "-O0",
            "-fwrapv",
            "-ffp-contract=off",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-Wno-unknown-pragmas",
            "-Wno-unused-label");

    /** Warnings about constant conditions and numbers: random programs hold many, and passes remove them from real ones. */
    private static final List<String> RANDOM = List.of(
            "-Wno-tautological-compare",
            "-Wno-bool-compare",
            "-Wno-type-limits",
            "-Wno-overflow",
            "-Wno-unused-but-set-variable",
            "-Wno-unused-variable",
            "-Wno-unused-parameter");

    private final Path folder;
    private final List<String> flags;

    private CppCompiler(Path folder, List<String> flags) {
        this.folder = folder;
        this.flags = flags;
    }

    /** For code as the back end writes it for kernels. */
    public static CppCompiler forKernels(Path folder) {
        return new CppCompiler(folder, FLAGS);
    }

    /** For code that a random generator made. */
    public static CppCompiler forRandomCode(Path folder) {
        return new CppCompiler(
                folder, Stream.concat(FLAGS.stream(), RANDOM.stream()).toList());
    }

    /** Writes a source file into the folder. */
    public void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the source files of the folder are correct C++. */
    public void check(List<String> sources) {
        execute(command(Stream.concat(Stream.of("-fsyntax-only"), sources.stream())));
    }

    private List<String> command(Stream<String> rest) {
        List<String> command = new ArrayList<>(List.of("g++"));
        command.addAll(flags);
        HEADERS.forEach(folder -> command.addAll(List.of("-isystem", folder)));
        command.addAll(rest.toList());
        return command;
    }

    /** Compiles source files of the folder to a program in it. */
    public void build(List<String> sources) {
        execute(command(Stream.concat(Stream.of("-o", "program"), sources.stream())));
    }

    /** Compiles source files of the folder, runs the program and returns what it prints; fails unless it returns zero. */
    public String run(List<String> sources) {
        build(sources);
        return execute(List.of("./program"));
    }

    /** Runs the program that was built. */
    public Run run(String... arguments) {
        return start(Stream.concat(Stream.of("./program"), Stream.of(arguments)).toList());
    }

    /** How a program ended, and what it printed. */
    public record Run(int status, String output) {}

    private String execute(List<String> command) {
        Run run = start(command);
        if (run.status() != 0) {
            throw new AssertionError(String.join(" ", command) + " returns " + run.status() + ":\n" + run.output());
        }
        return run.output();
    }

    private Run start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
