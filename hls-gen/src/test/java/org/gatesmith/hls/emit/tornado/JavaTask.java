package org.gatesmith.hls.emit.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.signature.Parameter;

/** An emitted task, compiled and run as plain Java with stand-ins for TornadoVM's classes. */
final class JavaTask {

    /** Rounds of making room for FIFOs; the first tells how much is needed. */
    private static final int ROUNDS = 3;

    private final TornadoTask task;
    private final Class<?> type;
    private final ClassLoader loader;

    private JavaTask(TornadoTask task, ClassLoader loader) throws ClassNotFoundException {
        this.task = task;
        this.loader = loader;
        this.type = loader.loadClass(task.className());
    }

    static JavaTask compile(TornadoTask task, Path folder) throws Exception {
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, String> source : task.sources().files().entrySet()) {
            if (!source.getKey().equals("TaskMain.java")) {
                files.add(Files.writeString(folder.resolve(source.getKey()), source.getValue())
                        .toString());
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-g",
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null)
                                .getJavaFileObjects(files.toArray(new String[0])))
                .call();
        assertThat(compiled)
                .as("%s%n%s", messages, task.sources().text(task.className() + ".java"))
                .isTrue();
        return new JavaTask(task, new URLClassLoader(new URL[] {url(folder)}, JavaTask.class.getClassLoader()));
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    Class<?> exact() throws ClassNotFoundException {
        return loader.loadClass("Exact");
    }

    /**
     * Runs the task.
     *
     * @param values Java arrays and boxed scalars by the name of the kernel's parameter; arrays are overwritten with what the task
     *     leaves in them
     */
    void run(Map<String, Object> values) throws Exception {
        int room = 1;
        for (int round = 0; round < ROUNDS; round++) {
            Object[] arguments = new Object[task.arguments().size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = argument(task.arguments().get(i), values, room);
            }
            call(arguments, values);
            int needed = needed(arguments);
            if (needed <= room) {
                copyBack(arguments, values);
                return;
            }
            room = needed;
        }
        throw new AssertionError("the FIFOs never have enough room");
    }

    private void call(Object[] arguments, Map<String, Object> values) throws Exception {
        List<Object> all = new ArrayList<>(List.of(arguments));
        if (task.parallel()) {
            long iterations = 1;
            for (int i = 0; i < arguments.length; i++) {
                if (task.arguments().get(i).name().equals("scalars")) {
                    iterations = Math.max(1, (long) method("items").invoke(null, arguments[i]));
                }
            }
            assertThat(Math.max(1, iterations(task.range().orElseThrow(), values)))
                    .as("work-items that a host counts without the task")
                    .isEqualTo(iterations);
            all.add((int) ((iterations + 63) / 64 * 64));
        }
        try {
            method(task.methodName()).invoke(null, all.toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError(task.sources().text(task.className() + ".java"), e.getCause());
        }
    }

    private static long iterations(WorkRange range, Map<String, Object> values) throws Exception {
        Map<String, Argument> scalars = new HashMap<>();
        range.bounds()
                .top()
                .parameters()
                .forEach(parameter -> scalars.put(
                        parameter.name(), Argument.of(integer(Objects.requireNonNull(values.get(parameter.name()))))));
        List<Literal> ends = Interpreter.of(range.bounds()).run(scalars);
        return range.iterations(
                ((Literal.Int) ends.getFirst()).value().longValueExact(),
                ((Literal.Int) ends.getLast()).value().longValueExact());
    }

    private static long integer(Object boxed) {
        return switch (boxed) {
            case Boolean flag -> flag ? 1 : 0;
            case Character code -> code;
            case Float number -> Float.floatToRawIntBits(number);
            case Double number -> Double.doubleToRawLongBits(number);
            default -> ((Number) boxed).longValue();
        };
    }

    private Method method(String name) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new AssertionError(name);
    }

    private static Object argument(TaskArgument argument, Map<String, Object> values, int room) throws Exception {
        return switch (argument) {
            case TaskArgument.Port port ->
                filled(port, values.get(port.parameter().name()));
            case TaskArgument.Scalars scalars -> {
                Object array = array(scalars, scalars.parameters().size());
                for (int i = 0; i < scalars.parameters().size(); i++) {
                    set(array, i, number(values.get(scalars.parameters().get(i).name())));
                }
                yield array;
            }
            case TaskArgument.Table table -> {
                Object array = array(table, table.elements().size());
                for (int i = 0; i < table.elements().size(); i++) {
                    set(array, i, number(table.elements().get(i)));
                }
                yield array;
            }
            case TaskArgument.Fifo fifo -> array(fifo, room * fifo.fifos());
            case TaskArgument.FifoCounts counts -> {
                Object array = array(counts, 3 * counts.fifos());
                for (int i = 0; i < counts.fifos(); i++) {
                    set(array, 3 * i, room);
                }
                yield array;
            }
        };
    }

    private static Object filled(TaskArgument.Port port, Object elements) throws Exception {
        int count = Array.getLength(elements);
        Object array = array(port, Math.max(1, count));
        for (int i = 0; i < count; i++) {
            set(array, i, number(Array.get(elements, i)));
        }
        return array;
    }

    private static Object array(TaskArgument argument, int size) throws Exception {
        return Class.forName("uk.ac.manchester.tornado.api.types.arrays." + argument.arrayType())
                .getConstructor(int.class)
                .newInstance(size);
    }

    private static Number number(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1 : 0;
            case Character code -> (int) code;
            case Literal.Int literal -> literal.value();
            case Literal.F32 literal -> literal.value();
            case Literal.F64 literal -> literal.value();
            case Number number -> number;
            default -> throw new AssertionError(value);
        };
    }

    private static void set(Object array, int index, Number value) throws Exception {
        Class<?> element = array.getClass().getMethod("get", int.class).getReturnType();
        Object converted = element == byte.class
                ? (Object) value.byteValue()
                : element == short.class
                        ? (Object) value.shortValue()
                        : element == int.class
                                ? (Object) value.intValue()
                                : element == long.class
                                        ? (Object) value.longValue()
                                        : element == float.class ? (Object) value.floatValue() : value.doubleValue();
        array.getClass().getMethod("set", int.class, element).invoke(array, index, converted);
    }

    private static int needed(Object[] arguments, int index, int fifos) throws Exception {
        int most = 0;
        for (int i = 0; i < fifos; i++) {
            most = Math.max(most, (int) get(arguments[index], 3 * i + 1));
            assertThat(get(arguments[index], 3 * i + 2))
                    .as("reads of what is not written")
                    .isEqualTo(0);
        }
        return most;
    }

    private int needed(Object[] arguments) throws Exception {
        for (int i = 0; i < arguments.length; i++) {
            if (task.arguments().get(i) instanceof TaskArgument.FifoCounts counts) {
                return needed(arguments, i, counts.fifos());
            }
        }
        return 0;
    }

    private static Object get(Object array, int index) throws Exception {
        return array.getClass().getMethod("get", int.class).invoke(array, index);
    }

    private void copyBack(Object[] arguments, Map<String, Object> values) throws Exception {
        for (int i = 0; i < arguments.length; i++) {
            if (task.arguments().get(i) instanceof TaskArgument.Port(String _, Parameter.Array parameter)) {
                Object target = values.get(parameter.name());
                for (int j = 0; j < Array.getLength(target); j++) {
                    Number value = (Number) get(arguments[i], j);
                    switch (target) {
                        case boolean[] booleans -> booleans[j] = value.intValue() != 0;
                        case char[] chars -> chars[j] = (char) value.intValue();
                        default -> Array.set(target, j, value);
                    }
                }
            }
        }
    }
}
