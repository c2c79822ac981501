package org.gatesmith.host.tornado;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.emit.tornado.Register;
import org.gatesmith.hls.emit.tornado.TaskArgument;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.MappedBuffer;

/** A call's arguments as the emitted {@code TaskMain} reads them; what is not an array of the kernel is put into files. */
final class ArgumentLines {

    private final TornadoTask task;
    private final Map<String, Argument> byName = new HashMap<>();
    private final int room;
    private final Path folder;

    ArgumentLines(TornadoTask task, List<Argument> arguments, int room, Path folder) {
        this.task = task;
        this.room = room;
        this.folder = folder;
        for (int i = 0; i < arguments.size(); i++) {
            byName.put(task.parameters().get(i), arguments.get(i));
        }
    }

    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (TaskArgument argument : task.arguments()) {
            lines.add(line(argument));
        }
        lines.add(Integer.toString(WorkItems.GROUP));
        return lines;
    }

    private String line(TaskArgument argument) throws IOException {
        return switch (argument) {
            case TaskArgument.Port port -> {
                Argument.Buffer buffer =
                        (Argument.Buffer) argument(port.parameter().name());
                Path file = ((MappedBuffer) buffer.buffer()).file().toAbsolutePath();
                boolean written = port.parameter().direction().isWritten();
                yield line(buffer.elements(), buffer.elements(), written, file);
            }
            case TaskArgument.Scalars scalars -> {
                long[] bits = scalars.parameters().stream()
                        .mapToLong(scalar -> ((Argument.Number) argument(scalar.name())).bits())
                        .toArray();
                yield given(argument, bits);
            }
            case TaskArgument.Table table ->
                given(
                        argument,
                        table.elements().stream().mapToLong(ArgumentLines::bits).toArray());
            case TaskArgument.Fifo fifo -> line((long) room * fifo.fifos(), 0, false, folder);
            case TaskArgument.FifoCounts counts -> {
                long[] rooms = new long[3 * counts.fifos()];
                for (int i = 0; i < counts.fifos(); i++) {
                    rooms[3 * i] = room;
                }
                yield given(argument, rooms);
            }
        };
    }

    private Argument argument(String parameter) {
        return Objects.requireNonNull(byName.get(parameter), parameter);
    }

    private static long bits(Literal literal) {
        return switch (literal) {
            case Literal.Int integer -> integer.value().longValue();
            case Literal.F32 single -> single.bits();
            case Literal.F64 number -> number.bits();
        };
    }

    private String given(TaskArgument argument, long[] bits) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(bits.length * argument.bytes()).order(ByteOrder.nativeOrder());
        for (long each : bits) {
            if (argument.bytes() == Register.LONG.bytes()) {
                bytes.putLong(each);
            } else {
                bytes.putInt((int) each);
            }
        }
        Path file = folder.resolve("given-" + argument.name() + ".bin");
        Files.write(file, bytes.array());
        return line(bits.length, bits.length, false, file);
    }

    /** An argument that only has to be there. */
    static String unread(TaskArgument argument, Path folder) {
        long elements = switch (argument) {
            case TaskArgument.Scalars scalars -> scalars.parameters().size();
            case TaskArgument.Table table -> table.elements().size();
            case TaskArgument.FifoCounts counts -> 3L * counts.fifos();
            case TaskArgument.Port _, TaskArgument.Fifo _ -> 1;
        };
        return line(elements, 0, false, folder);
    }

    private static String line(long elements, long given, boolean written, Path file) {
        return elements + " " + given + " " + (written ? 1 : 0) + " " + file;
    }
}
