package org.gatesmith.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.cli.ArrayFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application in docs/java-api.md compiles, runs and prints what one would expect. */
class DocumentedApplicationTest {

    @TempDir
    private Path folder;

    /** The first Java block of a page that declares this class. */
    private void extract(String page, String className) throws Exception {
        String text = Files.readString(Path.of("..", "docs", page));
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(text);
        while (block.find()) {
            if (block.group(1).contains("public final class " + className + " ")) {
                Files.writeString(folder.resolve(className + ".java"), block.group(1));
                return;
            }
        }
        throw new AssertionError(page + " holds no class " + className);
    }

    @Test
    void runsAsWritten() throws Exception {
        extract("user-guide.md", "Saxpy");
        extract("java-api.md", "Application");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(
                null,
                null,
                null,
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                folder.resolve("Saxpy.java").toString(),
                folder.resolve("Application.java").toString());
        assertThat(code).as("javac's exit code").isZero();
        Path results = Files.createDirectory(folder.resolve("results"));

        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Application").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {folder.toString(), results.toString()});
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("z[10] = 20.5", "z[10] = 20.5", "8 tiles, EQUAL");
        float[] z = (float[]) ArrayFiles.read(results.resolve("z.npy"), JavaType.FLOAT, 1 << 21);
        assertThat(z[1_234_567]).isEqualTo(3f * 567);
    }
}
