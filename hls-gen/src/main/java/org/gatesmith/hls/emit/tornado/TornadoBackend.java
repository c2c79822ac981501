package org.gatesmith.hls.emit.tornado;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.LineBreaks;
import org.gatesmith.hls.emit.Templates;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** Writes a kernel as a TornadoVM task: the method, the program that runs it, and the functions that it calls. */
public final class TornadoBackend {

    private static final String FOLDER = "org/gatesmith/hls/emit/tornado/";
    private static final String SUPPORT = "Exact.java";
    private static final String HOST = "TaskMain.java";

    /** TornadoVM's longest task method. */
    private static final int MOST_ARGUMENTS = 15;

    private final Templates templates = new Templates(FOLDER, "statements.vm");

    /**
     * The task of a kernel.
     *
     * @param program a verified program whose first function is the kernel
     * @param signature the kernel's parameters, in the order of the function's
     * @throws UnsupportedProgramException for integers of more than 64 bits or too many arrays
     */
    public TornadoTask emit(Program program, KernelSignature signature) {
        Map<String, Object> model = new TaskFile(program, signature).model();
        @SuppressWarnings("unchecked") // put there under this name
        List<TaskArgument> arguments = (List<TaskArgument>) Objects.requireNonNull(model.get("arguments"));
        @SuppressWarnings("unchecked") // put there under this name
        Optional<WorkRange> range = (Optional<WorkRange>) Objects.requireNonNull(model.get("range"));
        int count = arguments.size() + (range.isPresent() ? 1 : 0);
        if (count > MOST_ARGUMENTS) {
            throw new UnsupportedProgramException(
                    count + " arguments, tables and FIFOs among them; TornadoVM takes at most " + MOST_ARGUMENTS);
        }
        String type = (String) Objects.requireNonNull(model.get("type"));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(type + ".java", LineBreaks.wrapped(templates.render("Task.java.vm", model)));
        files.put(HOST, LineBreaks.wrapped(templates.render("TaskMain.java.vm", model)));
        files.put(SUPPORT, resource());
        return new TornadoTask(
                type,
                (String) Objects.requireNonNull(model.get("method")),
                signature.parameters().stream().map(Parameter::name).toList(),
                arguments,
                range,
                new EmittedSources(files));
    }

    private static String resource() {
        try (InputStream in =
                Objects.requireNonNull(TornadoBackend.class.getResourceAsStream("/" + FOLDER + SUPPORT), SUPPORT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
