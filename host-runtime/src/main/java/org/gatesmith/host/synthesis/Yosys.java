package org.gatesmith.host.synthesis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gatesmith.host.MissingToolException;

/**
 * The synthesis program.
 *
 * @param version what it says of itself
 */
public record Yosys(String version) {

    static final String COMMAND = "yosys";

    /**
     * Finds it.
     *
     * @throws MissingToolException it is not installed
     */
    public static Yosys find() throws MissingToolException {
        try {
            Process process =
                    new ProcessBuilder(COMMAND, "-V").redirectErrorStream(true).start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() == 0) {
                return new Yosys(version);
            }
        } catch (IOException _) {
            // reported below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new MissingToolException(
                "synthesis needs Yosys, which is not installed; on Debian: apt-get install yosys (or './gatesmith setup')");
    }

    /**
     * A synthesis for UltraScale+, which begins when it is run.
     *
     * @param jobs how many processes at a time
     * @param limit when it is given up
     */
    public SynthesisRun synthesis(SynthesisTask task, int jobs, Duration limit, SynthesisProgress progress) {
        return new SynthesisRun(this, task, jobs, limit, progress);
    }
}
