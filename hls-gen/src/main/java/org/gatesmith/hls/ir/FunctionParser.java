package org.gatesmith.hls.ir;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.diag.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads one function. A value may be used anywhere after the text of its definition; whether it is also visible there is the
 * verifier's question.
 */
final class FunctionParser {

    private static final Map<String, Operator> OPERATORS =
            Arrays.stream(Operator.values()).collect(Collectors.toUnmodifiableMap(Operator::mnemonic, o -> o));

    private final IrTokens tokens;
    private final TypeParser types;
    private final DirectiveParser directives;
    private final Map<String, Value> values = new HashMap<>();
    private String file = "";

    FunctionParser(IrTokens tokens) {
        this.tokens = tokens;
        this.types = new TypeParser(tokens);
        this.directives = new DirectiveParser(tokens);
    }

    /** Everything after the word {@code function}. */
    Function function() throws IrSyntaxException {
        String name = tokens.name();
        List<Value> parameters = tokens.list("(", this::definition, ")");
        DirectiveParser.FunctionAttributes attributes = directives.function();
        file = tokens.accept("in") ? tokens.string() : "";
        Span span = span();
        Region body = block(parameters, "return");
        return new Function(name, body, attributes.style(), attributes.inlining(), span);
    }

    private Region block(List<Value> parameters, String handOn) throws IrSyntaxException {
        tokens.expect("{");
        List<Op> ops = new ArrayList<>();
        while (!tokens.at("}") && !tokens.at(handOn)) {
            ops.add(op());
        }
        List<Value> yields = tokens.accept(handOn) ? uses() : List.of();
        tokens.expect("}");
        return new Region(parameters, ops, yields);
    }

    private Value definition() throws IrSyntaxException {
        IrToken token = tokens.expect(IrToken.Kind.VALUE);
        tokens.expect(":");
        Value value = Value.named(types.type(), hint(token.text().substring(1)));
        if (values.putIfAbsent(token.text(), value) != null) {
            throw token.error(token.text() + " is defined twice");
        }
        return value;
    }

    /** The name without the number that tells it from others. */
    private static @Nullable String hint(String spelling) {
        return Character.isDigit(spelling.charAt(0)) ? null : spelling.replaceFirst("\\.\\d+$", "");
    }

    private Value use() throws IrSyntaxException {
        IrToken token = tokens.expect(IrToken.Kind.VALUE);
        Value value = values.get(token.text());
        if (value == null) {
            throw token.error(token.text() + " is not defined above");
        }
        return value;
    }

    private List<Value> uses() throws IrSyntaxException {
        return tokens.separated(this::use);
    }

    private Span span() {
        return tokens.at(IrToken.Kind.SPAN) ? SpanText.parse(tokens.next().text(), file) : Span.NONE;
    }

    private Op op() throws IrSyntaxException {
        IrToken start = tokens.peek();
        List<Value> results = List.of();
        if (tokens.at(IrToken.Kind.VALUE)) {
            results = tokens.separated(this::definition);
            tokens.expect("=");
        }
        IrToken keyword = tokens.expect(IrToken.Kind.NAME);
        return switch (keyword.text()) {
            case "store", "write" -> definingNone(keyword, results, start);
            case "call" -> new Op.Call(results, tokens.name(), tokens.list("(", this::use, ")"), span());
            case "if" -> branch(results);
            case "for" -> counted(results);
            case "while" -> loop(results);
            default -> definingOne(keyword, one(results, start));
        };
    }

    private static Value one(List<Value> results, IrToken start) throws IrSyntaxException {
        if (results.size() != 1) {
            throw start.error("this operation defines exactly one value");
        }
        return results.getFirst();
    }

    private Op definingNone(IrToken keyword, List<Value> results, IrToken start) throws IrSyntaxException {
        if (!results.isEmpty()) {
            throw start.error("this operation defines no value");
        }
        return keyword.is("store") ? store() : write();
    }

    private Op.Store store() throws IrSyntaxException {
        Value memory = use();
        List<Value> indices = indices();
        tokens.expect("=");
        return new Op.Store(memory, indices, use(), span());
    }

    private Op.FifoWrite write() throws IrSyntaxException {
        Value fifo = use();
        tokens.expect(",");
        return new Op.FifoWrite(fifo, use(), span());
    }

    private List<Value> indices() throws IrSyntaxException {
        List<Value> indices = new ArrayList<>();
        while (tokens.accept("[")) {
            indices.add(use());
            tokens.expect("]");
        }
        return indices;
    }

    private Op definingOne(IrToken keyword, Value result) throws IrSyntaxException {
        return switch (keyword.text()) {
            case "const" -> new Op.Constant(result, literal(tokens), span());
            case "assume" -> assume(result);
            case "array" -> {
                DirectiveParser.ArrayAttributes array = directives.array();
                yield new Op.AllocArray(result, array.zeroed(), array.directives(), span());
            }
            case "table" -> new Op.TableRef(result, tokens.name(), span());
            case "fifo" -> new Op.AllocFifo(result, tokens.number(), span());
            case "load" -> new Op.Load(result, use(), indices(), span());
            case "read" -> new Op.FifoRead(result, use(), span());
            case "empty" -> new Op.FifoEmpty(result, use(), span());
            default -> new Op.Compute(result, operator(keyword), uses(), span());
        };
    }

    private static Operator operator(IrToken keyword) throws IrSyntaxException {
        Operator operator = OPERATORS.get(keyword.text());
        if (operator == null) {
            throw keyword.error("unknown operation '" + keyword.text() + "'");
        }
        return operator;
    }

    static Literal literal(IrTokens tokens) throws IrSyntaxException {
        IrToken token = tokens.next();
        return switch (token.kind()) {
            case INTEGER -> LiteralText.parseInteger(token.text());
            case DECIMAL -> LiteralText.parseDecimal(token.text());
            case BITS -> LiteralText.parseBits(token.text());
            default -> throw token.error("expected a number, found " + token.describe());
        };
    }

    private Op.Assume assume(Value result) throws IrSyntaxException {
        Value operand = use();
        tokens.expect("in");
        BigInteger min = tokens.integer();
        tokens.expect("..");
        BigInteger max = tokens.integer();
        return new Op.Assume(result, operand, min, max, tokens.name(), span());
    }

    private Op.If branch(List<Value> results) throws IrSyntaxException {
        Value condition = use();
        Span span = span();
        Region then = block(List.of(), "yield");
        Region otherwise = tokens.accept("else") ? block(List.of(), "yield") : Region.EMPTY;
        return new Op.If(results, condition, then, otherwise, span);
    }

    private Op.For counted(List<Value> results) throws IrSyntaxException {
        String label = tokens.name();
        tokens.expect("(");
        IrToken counterToken = tokens.peek();
        Value counter = definition();
        tokens.expect("=");
        Value lower = use();
        tokens.expect(";");
        again(counterToken);
        Operator relation = relation();
        Value bound = use();
        tokens.expect(";");
        again(counterToken);
        tokens.expect("+=");
        long step = tokens.longNumber();
        tokens.expect(")");
        Carried carried = carried(List.of(counter));
        LoopDirectives loopDirectives = directives.loop();
        Span span = span();
        Region body = block(carried.parameters(), "yield");
        return new Op.For(results, label, lower, relation, bound, step, carried.initial(), body, loopDirectives, span);
    }

    private void again(IrToken counter) throws IrSyntaxException {
        IrToken token = tokens.expect(IrToken.Kind.VALUE);
        if (!token.text().equals(counter.text())) {
            throw token.error("expected the counter " + counter.text() + ", found " + token.describe());
        }
    }

    private Operator relation() throws IrSyntaxException {
        Operator relation =
                RelationText.parse(tokens.peek().text()).orElseThrow(() -> tokens.unexpected("a relation such as '<'"));
        tokens.next();
        return relation;
    }

    private Op.While loop(List<Value> results) throws IrSyntaxException {
        String label = tokens.name();
        Carried carried = carried(List.of());
        LoopDirectives loopDirectives = directives.loop();
        Span span = span();
        Region before = block(carried.parameters(), "yield");
        tokens.expect("do");
        List<Value> forwarded = tokens.at("(") ? tokens.list("(", this::definition, ")") : List.of();
        Region body = block(forwarded, "yield");
        return new Op.While(results, label, carried.initial(), before, body, loopDirectives, span);
    }

    /**
     * Values that a loop carries.
     *
     * @param parameters of the region, the counter included
     * @param initial values before the first iteration
     */
    private record Carried(List<Value> parameters, List<Value> initial) {}

    private Carried carried(List<Value> counter) throws IrSyntaxException {
        List<Value> parameters = new ArrayList<>(counter);
        List<Value> initial = new ArrayList<>();
        if (tokens.accept("carry")) {
            tokens.list(
                    "(",
                    () -> {
                        parameters.add(definition());
                        tokens.expect("=");
                        return initial.add(use());
                    },
                    ")");
        }
        return new Carried(parameters, initial);
    }
}
