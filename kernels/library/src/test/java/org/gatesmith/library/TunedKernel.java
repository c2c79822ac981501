package org.gatesmith.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Tunable;

/** A kernel of the library, recompiled from its packaged source with other values of its tunable constants. */
public final class TunedKernel {
    private final Method method;

    private TunedKernel(Method method) {
        this.method = method;
    }

    /** Compiles into {@code directory}. Every value must be one that the constant's {@link Tunable} lists. */
    public static TunedKernel compile(String name, Map<String, Integer> tunables, Path directory) throws Exception {
        KernelEntry entry = KernelLibrary.find(name).orElseThrow();
        String source = read(entry.source());
        for (Map.Entry<String, Integer> tunable : tunables.entrySet()) {
            source = replace(source, entry.type(), tunable.getKey(), tunable.getValue());
        }
        Path file = directory.resolve(entry.source());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        javac(file, directory);
        return new TunedKernel(load(entry, directory));
    }

    /** Calls the kernel. */
    public void run(Object... arguments) throws ReflectiveOperationException {
        method.invoke(null, arguments);
    }

    private static String read(String resource) throws IOException {
        try (InputStream stream = KernelLibrary.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(stream).as("source of the kernel, %s", resource).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String replace(String source, Class<?> type, String name, int value) throws NoSuchFieldException {
        Tunable permitted = type.getDeclaredField(name).getAnnotation(Tunable.class);
        assertThat(permitted.value()).as("values of %s", name).contains(value);
        Matcher initialiser =
                Pattern.compile("(static final int " + name + " = )\\d+;").matcher(source);
        assertThat(initialiser.find()).as("initialiser of %s", name).isTrue();
        return initialiser.replaceFirst("$1" + value + ";");
    }

    private static void javac(Path file, Path directory) throws URISyntaxException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-d",
                directory.toString(),
                "-classpath",
                location(Kernel.class) + File.pathSeparator + location(KernelLibrary.class));
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static Method load(KernelEntry entry, Path directory) throws Exception {
        URL[] searched = {
            directory.toUri().toURL(),
            location(KernelLibrary.class).toUri().toURL(),
            location(Kernel.class).toUri().toURL()
        };
        // Not a child of the test's own loader, which would answer with the kernel as it was built.
        URLClassLoader loader = new URLClassLoader(searched, ClassLoader.getPlatformClassLoader());
        return loader.loadClass(entry.type().getName())
                .getMethod(entry.kernel().getName(), entry.kernel().getParameterTypes());
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
