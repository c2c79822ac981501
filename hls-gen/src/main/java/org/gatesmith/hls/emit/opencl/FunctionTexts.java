package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.FileNames;
import org.gatesmith.hls.emit.FunctionLowering;
import org.gatesmith.hls.emit.FunctionView;
import org.gatesmith.hls.emit.LoweredFunction;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.emit.TableRows;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.range.Ranges;

/**
 * Writes the tables and functions of a file.
 *
 * @param names of everything in the file
 */
record FunctionTexts(OpenClSignatures signatures, FileNames names, OpenClDialect dialect) {

    private static final String ONE_WORK_ITEM = "__attribute__((reqd_work_group_size(1, 1, 1)))";

    private static final List<String> ONE_WORK_ITEM_ON_AN_FPGA = List.of("#ifdef __xilinx__", ONE_WORK_ITEM, "#endif");

    /** The tables, each with a gap behind it. */
    List<Statement> tables(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> Stream.of(table(table), new Statement.Gap()))
                .toList();
    }

    private Statement table(Table table) {
        String type = OpenClTypes.name(OpenClTypes.of(table.type().element()));
        return TableRows.of(
                "__constant " + type + " " + names.table(table.name()),
                table,
                literal -> OpenClLiterals.constant(literal, table.type().element()));
    }

    /** A function that a kernel calls. */
    FunctionView helper(Function function, Program program, Ranges ranges, List<String> attributes) {
        List<String> head = new ArrayList<>();
        if (function.inlining() == Function.Inlining.KEEP) {
            head.add("__attribute__((noinline))");
        }
        head.addAll(attributes);
        LoweredFunction lowered = FunctionLowering.lower(function, program, ranges, names, dialect);
        head.addAll(signatures.helper(lowered, names.function(function.name())));
        return new FunctionView(place(function), head, lowered.body());
    }

    /** The kernel at the top of a program. */
    FunctionView kernel(Program program, Ranges ranges, List<String> attributes) {
        Function function = program.top();
        List<String> head = new ArrayList<>(List.of("__kernel"));
        head.addAll(dialect.sharesALoop() ? ONE_WORK_ITEM_ON_AN_FPGA : List.of(ONE_WORK_ITEM));
        head.addAll(attributes);
        LoweredFunction lowered = FunctionLowering.lower(function, program, ranges, names, dialect);
        head.addAll(signatures.kernel(lowered, names.function(function.name())));
        return new FunctionView(place(function), head, lowered.body());
    }

    private static List<String> place(Function function) {
        String place = function.span().line();
        return place.isEmpty() ? List.of() : List.of(place);
    }
}
