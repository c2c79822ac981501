package org.gatesmith.hls.ir;

import java.util.List;
import java.util.function.Consumer;

/** Types of what operations with regions hand in and out, and the form of loops. */
final class RegionRules {

    private final Consumer<String> report;

    RegionRules(Consumer<String> report) {
        this.report = report;
    }

    void check(Op.If op) {
        require(op.condition().type().equals(IntType.BOOL), "the condition of an if is a u1");
        require(
                op.thenRegion().parameters().isEmpty()
                        && op.elseRegion().parameters().isEmpty(),
                "the regions of an if have no parameters");
        numbers(op.results());
        same("the first region yields", op.thenRegion().yields(), "the results are", op.results());
        same("the second region yields", op.elseRegion().yields(), "the results are", op.results());
    }

    void check(Op.For op) {
        require(!op.label().isEmpty(), "a loop needs a label");
        step(op);
        if (op.body().parameters().isEmpty()) {
            report.accept("the region of a for takes the counter");
            return;
        }
        require(op.counter().type() instanceof IntType, "the counter is an integer");
        require(op.lower().type().equals(op.counter().type()), "the counter starts with a value of its type");
        require(op.bound().type() instanceof IntType, "the bound is an integer");
        numbers(op.carried());
        same("the initial values are", op.initial(), "the carried values", op.carried());
        same("the region yields", op.body().yields(), "the carried values are", op.carried());
        same("the results are", op.results(), "the carried values", op.carried());
    }

    private void step(Op.For op) {
        switch (op.relation()) {
            case LT, LE -> require(op.step() > 0, "a loop that runs while its counter is below a bound steps up");
            case GT, GE -> require(op.step() < 0, "a loop that runs while its counter is above a bound steps down");
            default -> report.accept("a for compares its counter with <, <=, > or >=");
        }
    }

    void check(Op.While op) {
        require(!op.label().isEmpty(), "a loop needs a label");
        List<Value> carried = op.before().parameters();
        numbers(carried);
        same("the initial values are", op.initial(), "the first region takes", carried);
        same("the second region yields", op.body().yields(), "the first region takes", carried);
        if (op.before().yields().isEmpty() || !op.condition().type().equals(IntType.BOOL)) {
            report.accept("the first region of a while yields its condition, a u1");
            return;
        }
        numbers(op.results());
        same(
                "the first region forwards",
                op.forwarded(),
                "the second takes",
                op.body().parameters());
        same("the first region forwards", op.forwarded(), "the results are", op.results());
    }

    private void same(String what, List<Value> values, String wanted, List<Value> others) {
        List<Type> types = types(values);
        List<Type> expected = types(others);
        require(types.equals(expected), what + " " + types + ", " + wanted + " " + expected);
    }

    private static List<Type> types(List<Value> values) {
        return values.stream().map(Value::type).toList();
    }

    private void numbers(List<Value> values) {
        require(values.stream().allMatch(value -> value.type() instanceof ScalarType), "regions hand on numbers only");
    }

    private void require(boolean condition, String reason) {
        if (!condition) {
            report.accept(reason);
        }
    }
}
