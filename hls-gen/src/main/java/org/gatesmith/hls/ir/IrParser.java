package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text form that {@link IrPrinter} writes; {@code docs/ir.md} gives the grammar. The result is well formed as text
 * only: {@link IrVerifier} checks what it means.
 */
public final class IrParser {

    private final IrTokens tokens;

    private IrParser(IrTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a whole program.
     *
     * @throws IrSyntaxException with the line and column of the first mistake
     */
    public static Program parse(String text) throws IrSyntaxException {
        return new IrParser(new IrTokens(text)).program();
    }

    private Program program() throws IrSyntaxException {
        List<Table> tables = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        while (!tokens.at(IrToken.Kind.END)) {
            if (tokens.accept("table")) {
                tables.add(table());
            } else if (tokens.accept("function")) {
                functions.add(new FunctionParser(tokens).function());
            } else {
                throw tokens.unexpected("'table' or 'function'");
            }
        }
        return new Program(tables, functions);
    }

    private Table table() throws IrSyntaxException {
        IrToken start = tokens.peek();
        String name = tokens.name();
        tokens.expect(":");
        ArrayType type = new TypeParser(tokens).array();
        ArrayDirectives directives = new DirectiveParser(tokens).array().directives();
        tokens.expect("=");
        List<Literal> elements = tokens.list("{", () -> FunctionParser.literal(tokens), "}");
        if (elements.size() != type.elements()) {
            throw start.error("table " + name + " has " + elements.size() + " elements, its type " + type + " needs "
                    + type.elements());
        }
        return new Table(name, type, elements, directives);
    }
}
