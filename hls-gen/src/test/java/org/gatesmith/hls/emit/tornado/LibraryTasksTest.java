package org.gatesmith.hls.emit.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.cost.LibrarySource;
import org.gatesmith.hls.frontend.RandomArguments;
import org.gatesmith.hls.signature.Parameter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library's kernels as tasks, run as plain Java, leave the same numbers in their arrays as the kernels do. */
class LibraryTasksTest {

    private static final int CALLS = 6;

    @ParameterizedTest
    @EnumSource
    void tasksEqualTheKernel(LibrarySource source, @TempDir Path folder) throws Exception {
        CompiledKernel kernel = source.compile(Map.of());
        JavaTask task = JavaTask.compile(kernel.tornado(), Files.createDirectory(folder.resolve("task")));
        for (long seed = 0; seed < CALLS; seed++) {
            List<Object> expected = RandomArguments.of(kernel.signature(), seed);
            kernel.method().invoke(expected.toArray());
            List<Object> actual = RandomArguments.of(kernel.signature(), seed);
            task.run(byName(kernel, actual));
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i))
                        .as(
                                "%s, seed %d",
                                kernel.signature().parameters().get(i).name(), seed)
                        .isEqualTo(expected.get(i));
            }
        }
    }

    private static Map<String, Object> byName(CompiledKernel kernel, List<Object> arguments) {
        Map<String, Object> values = new HashMap<>();
        List<Parameter> parameters = kernel.signature().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(parameters.get(i).name(), arguments.get(i));
        }
        return values;
    }
}
