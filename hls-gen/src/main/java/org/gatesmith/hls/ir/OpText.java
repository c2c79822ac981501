package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** First line of an operation's text: all of it but its regions. Also spells operations that break the rules of the IR. */
final class OpText {

    /** Stands where the text form needs a value that a malformed operation does not have. */
    private static final String MISSING = "?";

    private final ValueNames names;
    private final String file;

    OpText(Function function) {
        this.names = ValueNames.of(function);
        this.file = function.span().file();
    }

    /** The operation with its span, without regions. */
    String header(Op op) {
        String results = op.results().isEmpty() ? "" : definitions(op.results()) + " = ";
        return results + body(op) + SpanText.suffix(op.span(), file);
    }

    /** {@code %a: i32, %b: u1}. */
    String definitions(List<Value> values) {
        return values.stream().map(this::definition).collect(Collectors.joining(", "));
    }

    /** {@code %a, %b}. */
    String uses(List<Value> values) {
        return values.stream().map(names::spelling).collect(Collectors.joining(", "));
    }

    private String definition(Value value) {
        return names.spelling(value) + ": " + value.type();
    }

    private String use(Value value) {
        return names.spelling(value);
    }

    private String body(Op op) {
        return switch (op) {
            case Op.Constant constant -> "const " + LiteralText.print(constant.literal());
            case Op.Compute compute -> compute.operator().mnemonic() + " " + uses(compute.operands());
            case Op.Assume assume ->
                "assume " + use(assume.operand()) + " in " + assume.min() + ".." + assume.max() + " "
                        + Names.spell(assume.what());
            case Op.AllocArray alloc -> "array" + DirectiveText.of(alloc.zeroed(), alloc.directives());
            case Op.TableRef ref -> "table " + Names.spell(ref.table());
            case Op.AllocFifo alloc -> "fifo " + alloc.depth();
            case Op.Load load -> "load " + element(load.memory(), load.indices());
            case Op.Store store -> "store " + element(store.memory(), store.indices()) + " = " + use(store.value());
            case Op.FifoRead read -> "read " + use(read.fifo());
            case Op.FifoWrite write -> "write " + use(write.fifo()) + ", " + use(write.value());
            case Op.FifoEmpty empty -> "empty " + use(empty.fifo());
            case Op.Call call -> "call " + Names.spell(call.callee()) + "(" + uses(call.operands()) + ")";
            case Op.If branch -> "if " + use(branch.condition());
            case Op.For loop -> body(loop);
            case Op.While loop ->
                "while " + Names.spell(loop.label()) + carry(loop.before().parameters(), loop.initial())
                        + DirectiveText.of(loop.directives());
        };
    }

    private String body(Op.For loop) {
        List<Value> parameters = loop.body().parameters();
        String definition = parameters.isEmpty() ? MISSING : definition(parameters.getFirst());
        String counter = parameters.isEmpty() ? MISSING : use(parameters.getFirst());
        List<Value> carried = parameters.isEmpty() ? List.of() : loop.carried();
        return "for " + Names.spell(loop.label()) + " (" + definition + " = " + use(loop.lower()) + "; " + counter + " "
                + RelationText.print(loop.relation()) + " " + use(loop.bound()) + "; " + counter + " += " + loop.step()
                + ")" + carry(carried, loop.initial()) + DirectiveText.of(loop.directives());
    }

    private String carry(List<Value> carried, List<Value> initial) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < Math.max(carried.size(), initial.size()); i++) {
            String inside = i < carried.size() ? definition(carried.get(i)) : MISSING;
            String outside = i < initial.size() ? use(initial.get(i)) : MISSING;
            pairs.add(inside + " = " + outside);
        }
        return pairs.isEmpty() ? "" : " carry (" + String.join(", ", pairs) + ")";
    }

    private String element(Value memory, List<Value> indices) {
        return indices.stream().map(index -> "[" + use(index) + "]").collect(Collectors.joining("", use(memory), ""));
    }
}
