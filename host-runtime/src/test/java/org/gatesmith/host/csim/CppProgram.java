package org.gatesmith.host.csim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A C++ program built with g++ from a test's source and the headers that simulated kernels use. */
record CppProgram(Path executable) {

    private static final Path FOLDER = Path.of("target", "csim-tests");
    private static final int SECONDS = 120;

    /** What a run of a program left behind. */
    record Outcome(int exitCode, String output, String errors) {

        List<String> lines() {
            return output.lines().toList();
        }
    }

    /** The options a kernel is simulated with, and warnings as errors. */
    static List<String> kernelOptions() {
        return List.of(
                "-std=c++14",
                "-O1",
                "-fwrapv",
                "-ffp-contract=off",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-Wno-unknown-pragmas",
                "-I" + resource("hls"),
                "-I" + resource("runtime"));
    }

    /** Builds {@code sources} of this package's resources; skips the test where there is no g++. */
    static CppProgram build(String name, List<String> options, Path... sources) {
        Path executable = FOLDER.resolve(name);
        List<String> command = new ArrayList<>(List.of("g++"));
        command.addAll(options);
        Stream.of(sources).map(Path::toString).forEach(command::add);
        command.addAll(List.of("-o", executable.toString(), "-pthread"));
        Outcome compilation = gxx(command, "");
        assertThat(compilation.errors()).as("g++ on " + name).isEmpty();
        assertThat(compilation.exitCode()).isZero();
        return new CppProgram(executable);
    }

    /** What g++ says to a source text that it only checks; skips the test where there is no g++. */
    static Outcome check(List<String> options, String source) {
        List<String> command = new ArrayList<>(List.of("g++", "-fsyntax-only"));
        command.addAll(options);
        command.addAll(List.of("-x", "c++", "-"));
        return gxx(command, source);
    }

    /** A resource's text after the preprocessor, without GATESMITH_CSIM. */
    static String preprocess(String name) {
        List<String> command = new ArrayList<>(List.of("g++", "-E", "-P"));
        command.addAll(kernelOptions());
        command.add(resource(name).toString());
        return gxx(command, "").output();
    }

    private static Outcome gxx(List<String> command, String input) {
        assumeTrue(gxxIsInstalled(), "g++ is not installed");
        return run(command, input);
    }

    /** A file or folder among the resources of this package, of the product or of the tests. */
    static Path resource(String name) {
        try {
            URI uri = CppProgram.class.getResource(name).toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    Outcome run(String input) {
        return run(List.of(executable.toAbsolutePath().toString()), input);
    }

    private static boolean gxxIsInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "g++")));
    }

    private static Outcome run(List<String> command, String input) {
        try {
            Files.createDirectories(FOLDER);
            Path folder = Files.createTempDirectory(FOLDER, "run");
            Path stdin = Files.writeString(folder.resolve("in"), input);
            Path stdout = folder.resolve("out");
            Path stderr = folder.resolve("err");
            Process process = new ProcessBuilder(command)
                    .redirectInput(stdin.toFile())
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as(command + " ends within " + SECONDS + " s").isTrue();
            return new Outcome(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
