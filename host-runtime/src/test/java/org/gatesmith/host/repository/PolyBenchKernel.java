package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.gatesmith.api.Kernel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A kernel of {@code benchmarks/polybench}, as plain Java with the tunables of one of its schedules. */
record PolyBenchKernel(String name, Path source, Path schedule) {

    /**
     * A kernel by its schedule.
     *
     * @param schedule such as {@code Gemm.220}
     */
    static PolyBenchKernel of(String schedule) {
        Path folder = Repository.here().root().resolve("benchmarks/polybench");
        String name = schedule.substring(0, schedule.indexOf('.'));
        return new PolyBenchKernel(
                name, folder.resolve(name + ".java"), folder.resolve(schedule + ".u280.schedule.json"));
    }

    /** Compiles the kernel into a folder and calls it. */
    void call(Path folder, Object... arguments) throws Exception {
        Path tuned = Files.writeString(folder.resolve(name + ".java"), tuned(Files.readString(source)));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), tuned.toString());
        assertThat(status).as("status of the compiler for " + name).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            invoke(kernel(loader.loadClass(name)), arguments);
        }
    }

    private static void invoke(Method kernel, Object... arguments) throws Exception {
        try {
            kernel.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the kernel failed", e.getCause());
        }
    }

    private static Method kernel(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Kernel.class))
                .findFirst()
                .orElseThrow();
    }

    private String tuned(String text) throws Exception {
        String result = text;
        JsonNode tunables =
                JsonMapper.shared().readTree(Files.readString(schedule)).get("tunables");
        for (Map.Entry<String, JsonNode> tunable : tunables.properties()) {
            Matcher constant = Pattern.compile("(static final int " + tunable.getKey() + " = )\\d+;")
                    .matcher(result);
            assertThat(constant.find()).as("constant " + tunable.getKey()).isTrue();
            result = constant.replaceFirst("$1" + tunable.getValue().asInt() + ";");
        }
        return result;
    }
}
