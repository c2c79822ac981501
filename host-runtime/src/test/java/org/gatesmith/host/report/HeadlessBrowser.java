package org.gatesmith.host.report;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A browser of the Chromium family without a window.
 *
 * @param program the browser
 * @param folder where pages, pictures and the browser's own files go
 */
record HeadlessBrowser(Path program, Path folder) {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Far more than it needs, so that only a browser that hangs is ended. */
    private static final long PATIENCE_SECONDS = 120;

    /** What the page is told of the user's wish. */
    enum Scheme {
        LIGHT(List.of()),
        /** The value of the second option is that of {@code blink::mojom::PreferredColorScheme}. */
        DARK(List.of("--force-dark-mode", "--blink-settings=preferredColorScheme=0"));

        private final List<String> options;

        Scheme(List<String> options) {
            this.options = options;
        }
    }

    /** The first browser on the path, if there is one. */
    static Optional<Path> find() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(
                        name -> folders.stream().filter(part -> !part.isEmpty()).map(part -> Path.of(part, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the page looks like in a window of that size. */
    BufferedImage screenshot(String html, int width, int height, Scheme scheme)
            throws IOException, InterruptedException {
        Path picture = folder.resolve("page.png");
        Files.deleteIfExists(picture);
        List<String> options = new ArrayList<>(scheme.options);
        options.addAll(List.of("--window-size=" + width + "," + height, "--screenshot=" + picture));
        run(options, html);
        if (!Files.exists(picture)) {
            throw new AssertionError("the browser took no picture: " + errors());
        }
        return ImageIO.read(picture.toFile());
    }

    /** The page's markup after it was loaded in a window of that width. */
    String markupWhenLoaded(String html, int width) throws IOException, InterruptedException {
        return run(List.of("--window-size=" + width + ",1000", "--virtual-time-budget=1000", "--dump-dom"), html);
    }

    /** The page on paper, as a PDF file. */
    byte[] printed(String html) throws IOException, InterruptedException {
        Path file = folder.resolve("page.pdf");
        Files.deleteIfExists(file);
        run(List.of("--print-to-pdf=" + file), html);
        if (!Files.exists(file)) {
            throw new AssertionError("the browser did not print: " + errors());
        }
        return Files.readAllBytes(file);
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors.txt"));
    }

    private String run(List<String> options, String html) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                // A sandbox needs rights that containers and root do not have; the page is our own.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(options);
        command.add(page.toUri().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        // It leaves files in the home folder too, whatever its profile.
        builder.environment().put("HOME", folder.toString());
        end(builder.start());
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Waits for the browser, and in any case ends what it has started. */
    private static void end(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the browser did not end within " + PATIENCE_SECONDS + " s");
            }
        } finally {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        }
    }
}
