package org.gatesmith.hls.ir;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes programs in the text form that {@link IrParser} reads; {@code docs/ir.md} gives the grammar. Printing what was parsed
 * from printed text gives that text again.
 */
public final class IrPrinter {

    private static final String INDENT = "    ";

    /** Elements of a table per line, at most. */
    private static final int TABLE_LINE = 16;

    private final StringBuilder out = new StringBuilder();
    private final OpText text;
    private int depth;

    private IrPrinter(Function function) {
        text = new OpText(function);
    }

    /** The whole program: tables, then functions, separated by blank lines. */
    public static String print(Program program) {
        return Stream.concat(
                        program.tables().stream().map(IrPrinter::print),
                        program.functions().stream().map(IrPrinter::print))
                .collect(Collectors.joining("\n"));
    }

    /** One function, ending in a line feed. */
    public static String print(Function function) {
        IrPrinter printer = new IrPrinter(function);
        printer.function(function);
        return printer.out.toString();
    }

    /** One table, ending in a line feed. */
    public static String print(Table table) {
        String elements = table.elements().size() <= TABLE_LINE
                ? row(table.elements())
                : "\n" + INDENT + rows(table).collect(Collectors.joining(",\n" + INDENT)) + "\n";
        return "table " + Names.spell(table.name()) + ": " + table.type() + DirectiveText.of(table.directives())
                + " = {" + elements + "}\n";
    }

    private static Stream<String> rows(Table table) {
        int length = Math.min(TABLE_LINE, table.type().extents().getLast());
        return IntStream.iterate(0, start -> start < table.elements().size(), start -> start + length)
                .mapToObj(start -> row(table.elements()
                        .subList(
                                start, Math.min(start + length, table.elements().size()))));
    }

    private static String row(List<Literal> elements) {
        return elements.stream().map(LiteralText::print).collect(Collectors.joining(", "));
    }

    private void function(Function function) {
        String file =
                function.span().isKnown() ? " in " + Names.quote(function.span().file()) : "";
        out.append("function ")
                .append(Names.spell(function.name()))
                .append('(')
                .append(text.definitions(function.parameters()))
                .append(')')
                .append(DirectiveText.of(function.style(), function.inlining()))
                .append(file)
                .append(SpanText.suffix(function.span(), function.span().file()))
                .append(" {\n");
        body(function.body(), "return");
        out.append("}\n");
    }

    /** The operations and the values handed on, one level further in. */
    private void body(Region region, String handOn) {
        depth++;
        region.ops().forEach(this::op);
        if (!region.yields().isEmpty()) {
            startLine()
                    .append(handOn)
                    .append(' ')
                    .append(text.uses(region.yields()))
                    .append('\n');
        }
        depth--;
    }

    private void op(Op op) {
        startLine().append(text.header(op));
        switch (op) {
            case Op.If branch -> branch(branch);
            case Op.For loop -> block(loop.body());
            case Op.While loop -> loop(loop);
            default -> {}
        }
        out.append('\n');
    }

    private void branch(Op.If branch) {
        block(branch.thenRegion());
        Region otherwise = branch.elseRegion();
        if (!otherwise.ops().isEmpty() || !otherwise.yields().isEmpty()) {
            out.append(" else");
            block(otherwise);
        }
    }

    private void loop(Op.While loop) {
        block(loop.before());
        out.append(" do");
        if (!loop.body().parameters().isEmpty()) {
            out.append(" (").append(text.definitions(loop.body().parameters())).append(')');
        }
        block(loop.body());
    }

    private void block(Region region) {
        out.append(" {\n");
        body(region, "yield");
        startLine().append('}');
    }

    private StringBuilder startLine() {
        return out.append(INDENT.repeat(depth));
    }
}
