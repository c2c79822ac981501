package org.gatesmith.host.tornado;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.MissingToolException;

/**
 * TornadoVM as the environment variable {@code TORNADOVM_HOME} names it.
 *
 * @param api jar of its programming interface
 * @param version as in the jar's name, such as {@code 4.0.1-jdk25}
 */
public record TornadoInstallation(Path home, Path api, String version) {

    /** What to do about a missing installation. */
    private static final String INSTALL =
            "install an OpenCL build of TornadoVM 4.0.1 for JDK 25 (SDKMAN: sdk install tornadovm, or its release archives) and an"
                    + " OpenCL driver (Debian: apt-get install pocl-opencl-icd), and set TORNADOVM_HOME to its folder; see docs/tornadovm.md";

    private static final Pattern API_JAR = Pattern.compile("tornado-api-(.+)\\.jar");
    private static final Pattern JDK = Pattern.compile(".*-jdk(\\d+).*");

    /** Which release the emitted tasks were tried with; 5.x makes other mistakes. */
    private static final String TRIED = "4.0.";

    /** The installation that the environment names. */
    public static TornadoInstallation find() throws MissingToolException {
        return find(System.getenv());
    }

    static TornadoInstallation find(Map<String, String> environment) throws MissingToolException {
        String named = environment.getOrDefault("TORNADOVM_HOME", "");
        if (named.isBlank()) {
            throw new MissingToolException("this needs TornadoVM, but TORNADOVM_HOME is not set; " + INSTALL);
        }
        Path home = Path.of(named.strip()).toAbsolutePath();
        if (!Files.isRegularFile(home.resolve("tornado-argfile"))) {
            throw new MissingToolException(
                    "TORNADOVM_HOME=" + named + ": there is no tornado-argfile in that folder; " + INSTALL);
        }
        Path api = api(home)
                .orElseThrow(() -> new MissingToolException("TORNADOVM_HOME=" + named
                        + ": there is no share/java/tornado/tornado-api-*.jar in that folder; " + INSTALL));
        Matcher name = API_JAR.matcher(api.getFileName().toString());
        TornadoInstallation found = new TornadoInstallation(home, api, name.matches() ? name.group(1) : "");
        found.requireThisJdk();
        return found;
    }

    private static Optional<Path> api(Path home) throws MissingToolException {
        Path jars = home.resolve("share").resolve("java").resolve("tornado");
        if (!Files.isDirectory(jars)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file ->
                            API_JAR.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new MissingToolException(jars + " cannot be read: " + FileTrouble.reason(e) + "; " + INSTALL);
        }
    }

    /** It replaces the compiler inside the JDK, so it runs on the release that it was built for alone. */
    private void requireThisJdk() throws MissingToolException {
        Matcher built = JDK.matcher(version);
        int release = Runtime.version().feature();
        if (built.matches() && Integer.parseInt(built.group(1)) != release) {
            throw new MissingToolException("TornadoVM " + version + " in " + home + " is for JDK " + built.group(1)
                    + ", but Gatesmith runs on JDK " + release + "; " + INSTALL);
        }
    }

    /**
     * Refuses releases that are not known to write correct OpenCL C for an FPGA: those of 5.x end a flattened loop with a brace too
     * many.
     */
    void requireFpga() throws MissingToolException {
        if (!isTried()) {
            throw new MissingToolException("TornadoVM " + version + " in " + home
                    + " is not known to write OpenCL C for an FPGA that compiles; 4.0.1 is; " + INSTALL);
        }
    }

    /** Whether this is a release that the emitted tasks were tried with. */
    public boolean isTried() {
        return version.startsWith(TRIED);
    }

    /** What messages call it; a release that was not tried is a likely cause of whatever they say. */
    String title() {
        return "TornadoVM " + version + (isTried() ? "" : " (a release that was not tried; 4.0.1 was)");
    }

    Path argumentFile() {
        return home.resolve("tornado-argfile");
    }
}
