package org.gatesmith.host.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project folder with the real launcher script in it, on a machine where every program the launcher may start is a
 * stand-in: only what a test puts there exists.
 */
final class LauncherStage {

    /** What the launcher takes from any Unix system. */
    private static final List<String> SYSTEM_TOOLS = List.of(
            "cat",
            "cmp",
            "date",
            "env",
            "find",
            "flock",
            "grep",
            "head",
            "id",
            "ln",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "sort",
            "tail");

    /** Prints its arguments one per line and its process id; as a training run it writes the cache. */
    private static final String JAVA = """
            #!/bin/sh
            for word; do
                case $word in
                    -XX:AOTCacheOutput=*) echo trained >"${word#*=}" && exit 0 ;;
                esac
            done
            echo "process $$"
            printf '<%s>\\n' "$@"
            exit "${EXIT_CODE:-0}"
            """;

    /** Notes every build, waits where a test wants it to, and makes a jar or fails. */
    private static final String MAVEN = """
            #!/bin/sh
            [ "$1" != -v ] || { echo "Apache Maven @VERSION@ (stand-in)" && exit 0; }
            echo "@NAME@ $*" >>"$STAGE/builds.txt"
            [ ! -p "$STAGE/gate" ] || read -r _ <"$STAGE/gate"
            if [ -e "$STAGE/broken" ]; then echo '[ERROR] Broken.java:[1,2] no such thing'; exit 1; fi
            for word; do
                case $word in
                    -Dlauncher.lib=*) mkdir -p "${word#*=}" && echo jar >"${word#*=}/app.jar" ;;
                esac
            done
            """;

    private final Path stage;
    private final Map<String, String> environment = new TreeMap<>();

    LauncherStage(Path stage) throws IOException {
        this.stage = stage;
        Files.createDirectories(bin());
        Files.createDirectories(stage.resolve("home"));
        for (String tool : SYSTEM_TOOLS) {
            for (String folder : List.of("/bin/", "/usr/bin/")) {
                if (Files.isExecutable(Path.of(folder + tool))) {
                    program(tool, "#!/bin/sh\nexec " + folder + tool + " \"$@\"\n");
                }
            }
        }
        Files.createDirectories(project().resolve(".mvn"));
        Files.copy(Repository.here().root().resolve("gatesmith"), launcher(), StandardCopyOption.COPY_ATTRIBUTES);
        write("project/pom.xml", "<project/>");
        write("project/hls-gen/pom.xml", "<project/>");
        write("project/hls-gen/src/main/java/Source.java", "class Source {}");
        write("project/kernels/api/pom.xml", "<project/>");
        write("project/kernels/api/src/main/java/Kernel.java", "class Kernel {}");
        environment.put("PATH", bin().toString());
        environment.put("HOME", stage.resolve("home").toString());
        environment.put("STAGE", stage.toString());
        environment.put("GATESMITH_JDK_FOLDERS", stage.resolve("jdks").toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** What a run of the launcher left behind. */
    record Outcome(int exitCode, String output, String errors) {

        /** The arguments that reached the JVM from the main class on. */
        List<String> arguments() {
            List<String> words = output.lines()
                    .filter(line -> line.startsWith("<"))
                    .map(line -> line.substring(1, line.length() - 1))
                    .toList();
            return words.subList(words.indexOf("org.gatesmith.host.cli.Gatesmith") + 1, words.size());
        }
    }

    Path project() {
        // A space in the name, since users have such folders.
        return stage.resolve("the project");
    }

    Path launcher() {
        return project().resolve("gatesmith");
    }

    Path path(String name) {
        return name.startsWith("project/")
                ? project().resolve(name.substring("project/".length()))
                : stage.resolve(name);
    }

    private Path bin() {
        return stage.resolve("bin");
    }

    Path write(String name, String text) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Puts a program on the PATH. */
    LauncherStage program(String name, String script) throws IOException {
        return executable("bin/" + name, script);
    }

    LauncherStage executable(String name, String script) throws IOException {
        if (!write(name, script).toFile().setExecutable(true)) {
            throw new IOException("cannot make " + name + " executable");
        }
        return this;
    }

    LauncherStage maven(String version) throws IOException {
        return program("mvn", maven("mvn", version));
    }

    LauncherStage mavenWrapper() throws IOException {
        return executable("project/mvnw", maven("mvnw", "3.9.16"));
    }

    private static String maven(String name, String version) {
        return MAVEN.replace("@NAME@", name).replace("@VERSION@", version);
    }

    /** Puts a JDK of this version into the folder jdks. */
    LauncherStage jdk(String folder, String version) throws IOException {
        write(
                "jdks/" + folder + "/release",
                "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base\"\n");
        executable("jdks/" + folder + "/bin/javac", "#!/bin/sh\n");
        return executable("jdks/" + folder + "/bin/java", JAVA);
    }

    LauncherStage with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    LauncherStage without(String variable) {
        environment.remove(variable);
        return this;
    }

    Process start(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(stage.resolve("home").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return finish(start(launcher(), arguments));
    }

    static Outcome finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output, errors);
    }

    /** The Maven command lines that built something so far. */
    List<String> builds() throws IOException {
        Path notes = stage.resolve("builds.txt");
        return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }

    /** All files under a folder of the stage. */
    List<Path> filesUnder(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
