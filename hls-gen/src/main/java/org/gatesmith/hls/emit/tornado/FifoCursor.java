package org.gatesmith.hls.emit.tornado;

import java.util.List;
import org.gatesmith.hls.emit.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A FIFO of the sequential form: an array with a place to write and a place to read. What does not fit is dropped and counted, so
 * that the caller can provide enough room and call again.
 *
 * @param array of the elements, and of those of other FIFOs, each with the same room
 * @param position in the array, in units of the room
 * @param number among the task's FIFOs
 */
record FifoCursor(
        String array,
        int position,
        Register register,
        String room,
        String written,
        String read,
        String early,
        int number) {

    List<Statement> open(String counts) {
        return List.of(
                new Statement.Line("final int " + room + " = " + counts + ".get(" + 3 * number + ")"),
                new Statement.Line("int " + written + " = 0"),
                new Statement.Line("int " + read + " = 0"),
                new Statement.Line("int " + early + " = 0"));
    }

    List<Statement> close(String counts) {
        return List.of(
                new Statement.Line(counts + ".set(" + (3 * number + 1) + ", " + written + ")"),
                new Statement.Line(counts + ".set(" + (3 * number + 2) + ", " + early + ")"));
    }

    List<Statement> write(Term value, @Nullable String active) {
        String fits = written + " < " + room;
        String condition = active == null ? fits : "((" + fits + " ? 1 : 0) & " + active + ") != 0";
        return List.of(
                new Statement.If(
                        List.of(new Statement.Branch(
                                condition,
                                List.of(new Statement.Line(
                                        array + ".set(" + at(written) + ", " + value.value() + ")")))),
                        null),
                new Statement.Line(written + " = " + written + " + " + (active == null ? "1" : active)));
    }

    /** The last element stands for one that is missing. */
    List<Statement> read(Term variable, @Nullable String active) {
        String type = variable.register().keyword();
        String missing = "(" + read + " < " + written + " ? 0 : 1)";
        return List.of(
                new Statement.Line(early + " = " + early + " + "
                        + (active == null ? missing : "(" + missing + " & " + active + ")")),
                new Statement.Line("final " + type + " " + variable.text() + " = " + array + ".get("
                        + at("Math.min(" + read + ", " + room + " - 1)") + ")"),
                new Statement.Line(read + " = " + read + " + " + (active == null ? "1" : active)));
    }

    private String at(String index) {
        return position == 0 ? index : position + " * " + room + " + " + index;
    }

    Term isEmpty() {
        return Term.truth(read + " >= " + written);
    }
}
