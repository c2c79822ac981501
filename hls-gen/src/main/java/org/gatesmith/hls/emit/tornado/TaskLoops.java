package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;

/** Lowers loops: each has one exit, in its head. */
final class TaskLoops {

    private final TaskScope scope;
    private final TaskBody body;

    TaskLoops(TaskScope scope, TaskBody body) {
        this.scope = scope;
        this.body = body;
    }

    // ---- what is carried from one iteration to the next

    private List<Term> start(List<Value> carried, List<Value> initial, List<Statement> out) {
        List<Term> variables = new ArrayList<>();
        for (int i = 0; i < carried.size(); i++) {
            Term start = TaskScope.converted(scope.term(initial.get(i)), carried.get(i));
            Term variable = scope.declare(carried.get(i));
            variables.add(variable);
            out.add(new Statement.Line(variable.register().keyword() + " " + variable.text() + " = " + start.value()));
        }
        return variables;
    }

    /** Hands on the values of an iteration all at once: one that another variable still needs is kept aside first. */
    private void next(List<Term> variables, List<Value> carried, List<Value> yields, List<Statement> out) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Term source = TaskScope.converted(scope.term(yields.get(i)), carried.get(i));
            boolean changes = !source.text().equals(variables.get(i).text());
            boolean needsAnother = variables.stream().anyMatch(other -> mentions(source.text(), other.text()));
            if (changes && needsAnother) {
                String aside = scope.name("next");
                out.add(new Statement.Line(
                        "final " + variables.get(i).register().keyword() + " " + aside + " = " + source.value()));
                sources.add(aside);
            } else {
                sources.add(source.value());
            }
        }
        for (int i = 0; i < variables.size(); i++) {
            if (!sources.get(i).equals(variables.get(i).text())) {
                out.add(new Statement.Line(variables.get(i).text() + " = " + sources.get(i)));
            }
        }
    }

    private static boolean mentions(String text, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(text)
                .find();
    }

    private void results(List<Value> results, List<Term> variables) {
        for (int i = 0; i < results.size(); i++) {
            scope.bind(results.get(i), variables.get(i));
        }
    }

    void loop(Op.For loop, List<Statement> out) {
        List<Term> carried = start(loop.carried(), loop.initial(), out);
        Term lower = scope.term(loop.lower());
        Value counter = loop.counter();
        String name = scope.name(counter.name());
        Register register = Register.of(counter.intType());
        Term tested = TaskScope.variable(name, counter.intType());
        scope.bind(counter, tested);
        String outer = scope.predicate();
        Term bound = outer == null ? scope.term(loop.bound()) : limit(loop, lower, outer, out);
        scope.setPredicate(null);
        String test = Comparisons.of(loop.relation(), tested, headBound(tested, bound, out))
                .condition();
        String head = "for (" + register.keyword() + " " + name + " = "
                + TaskScope.converted(lower, counter).value() + "; " + test + "; " + step(loop, tested) + ")";
        List<Statement> inner = new ArrayList<>(body.block(loop.body()));
        next(carried, loop.carried(), loop.body().yields(), inner);
        comment(loop, out);
        out.add(new Statement.Loop("", head, inner, ""));
        scope.setPredicate(outer);
        results(loop.results(), carried);
    }

    /** A long bound of an int counter becomes an int before the loop: the head should hold no more than one comparison. */
    private Term headBound(Term counter, Term bound, List<Statement> out) {
        if (!counter.isInt() || bound.isInt() || bound.isUnsignedLong()) {
            return bound;
        }
        String name = scope.name("bound");
        out.add(new Statement.Line("final int " + name + " = Exact.clamped(" + bound.value() + ")"));
        return Term.atom(name, Register.INT, IntRange.of(IntType.I32));
    }

    /** A bound that keeps the loop from starting where the predicate is false. */
    private Term limit(Op.For loop, Term lower, String active, List<Statement> out) {
        Term bound = scope.term(loop.bound());
        if (bound.isUnsignedLong()) {
            throw new UnsupportedProgramException("a loop with an unsigned bound of 64 bits under a condition");
        }
        int beyond = switch (loop.relation()) {
            case LE -> -1;
            case GE -> 1;
            default -> 0;
        };
        IntRange none = IntRange.between(
                lower.range().min().add(BigInteger.valueOf(beyond)),
                lower.range().max().add(BigInteger.valueOf(beyond)));
        Register domain = bound.isInt() && lower.isInt() && none.isWithin(IntType.I32) ? Register.INT : Register.LONG;
        String sign = beyond < 0 ? " - " : " + ";
        String before = lower.operandIn(domain) + (beyond == 0 ? "" : sign + "1");
        String name = scope.name("limit");
        out.add(new Statement.Line("final " + domain.keyword() + " " + name + " = Exact.choose(" + active + ", "
                + bound.operandIn(domain) + ", " + before + ")"));
        return Term.atom(name, domain, bound.range().join(none));
    }

    private static void comment(Op.For loop, List<Statement> out) {
        if (!loop.span().file().isEmpty()) {
            out.add(new Statement.Comment(loop.label() + ", line " + loop.span().startLine()));
        }
    }

    /** A counter narrower than its variable wraps as its type says. */
    private String step(Op.For loop, Term counter) {
        Value value = loop.counter();
        BigInteger step = BigInteger.valueOf(loop.step());
        IntRange bound = scope.term(loop.bound()).range();
        IntRange last = loop.step() > 0
                ? IntRange.between(value.intType().min(), bound.max().add(step))
                : IntRange.between(bound.min().add(step), value.intType().max());
        boolean natural = counter.register() == Register.INT
                ? value.intType().equals(IntType.I32)
                : value.intType().width() == Long.SIZE;
        if (natural || last.isWithin(value.intType())) {
            return counter.text() + (loop.step() < 0 ? " -= " + step.negate() : " += " + step);
        }
        Term constant = Term.atom(step.toString(), Register.INT, IntRange.constant(step));
        return counter.text() + " = "
                + IntegerTerms.compute(Operator.ADD, List.of(counter, constant), value.intType())
                        .value();
    }

    /**
     * What precedes the test is written before the loop and again at the end of its body, so that the loop has no other exit than
     * its head; a loop with nothing after the test needs it only once.
     */
    void loop(Op.While loop, List<Statement> out) {
        String outer = scope.predicate();
        List<Term> carried = start(loop.before().parameters(), loop.initial(), out);
        List<Term> forwarded = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            Term variable = scope.declare(loop.results().get(i));
            forwarded.add(variable);
            out.add(new Statement.Line(variable.register().keyword() + " " + variable.text() + " = " + zero(variable)));
            scope.bind(loop.body().parameters().get(i), variable);
        }
        String going = scope.name("going");
        boolean testsLast = loop.body().ops().isEmpty();
        if (testsLast) {
            out.add(new Statement.Line("int " + going + " = " + (outer == null ? "1" : outer)));
        } else {
            out.addAll(body.block(loop.before()));
            forward(loop, forwarded, out);
            String condition = scope.term(loop.condition()).operand();
            out.add(new Statement.Line(
                    "int " + going + " = " + (outer == null ? condition : outer + " & " + condition)));
        }
        scope.setPredicate(null);
        List<Statement> inner = new ArrayList<>();
        if (testsLast) {
            inner.addAll(body.block(loop.before()));
            forward(loop, forwarded, inner);
            inner.add(new Statement.Line(
                    going + " = " + scope.term(loop.condition()).value()));
            next(carried, loop.before().parameters(), loop.body().yields(), inner);
        } else {
            inner.addAll(body.block(loop.body()));
            next(carried, loop.before().parameters(), loop.body().yields(), inner);
            inner.addAll(body.block(loop.before()));
            forward(loop, forwarded, inner);
            inner.add(new Statement.Line(
                    going + " = " + scope.term(loop.condition()).value()));
        }
        scope.setPredicate(outer);
        out.add(new Statement.Loop("", "while (" + going + " != 0)", inner, ""));
    }

    private void forward(Op.While loop, List<Term> forwarded, List<Statement> out) {
        for (int i = 0; i < forwarded.size(); i++) {
            out.add(assign(
                    forwarded.get(i), loop.forwarded().get(i), loop.results().get(i)));
        }
    }

    private Statement assign(Term variable, Value source, Value target) {
        return new Statement.Line(variable.text() + " = "
                + TaskScope.converted(scope.term(source), target).value());
    }

    private static String zero(Term variable) {
        return switch (variable.register()) {
            case INT -> "0";
            case LONG -> "0L";
            case FLOAT -> "0.0f";
            case DOUBLE -> "0.0";
        };
    }
}
