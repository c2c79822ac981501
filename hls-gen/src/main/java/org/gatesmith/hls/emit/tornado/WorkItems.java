package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.range.IntRange;

/**
 * A parallel loop over work-items from 0 in steps of 1. There may be more of them than iterations, because TornadoVM wants
 * multiples of 64 for an FPGA and writes no bounds test there; the test is in the body.
 */
final class WorkItems {

    private final ParallelLoop parallel;
    private final TaskScope scope;
    private final TaskBody lowering;
    private final List<Statement> before = new ArrayList<>();
    private final Term trips;

    WorkItems(ParallelLoop parallel, TaskScope scope, TaskBody lowering) {
        this.parallel = parallel;
        this.scope = scope;
        this.lowering = lowering;
        parallel.before().forEach(op -> lowering.statement(op, before));
        Op.For loop = parallel.loop();
        trips = trips(scope.term(loop.lower()), scope.term(loop.bound()));
    }

    /** Number of iterations, or less than one for none; the distance of two ints, or of an int and a long, fits in a long. */
    private Term trips(Term lower, Term bound) {
        Op.For loop = parallel.loop();
        if (bound.isUnsignedLong() || !bound.range().isWithin(new IntType(62, true))) {
            throw new UnsupportedProgramException("a parallel loop with a bound of more than 62 bits");
        }
        boolean up = loop.step() > 0;
        boolean inclusive = loop.relation() == Operator.LE || loop.relation() == Operator.GE;
        String distance = (up ? bound : lower).longOperand() + " - " + (up ? lower : bound).longOperand()
                + (inclusive ? " + 1L" : "");
        long step = Math.abs(loop.step());
        String count = step == 1 ? distance : "(" + distance + " + " + (step - 1) + "L) / " + step + "L";
        return Term.compound(count, Register.LONG, IntRange.of(IntType.I64));
    }

    /** Statements of the method that tells the host the number of iterations. */
    List<Statement> count(List<Statement> scalars) {
        List<Statement> statements = new ArrayList<>(scalars);
        statements.addAll(before);
        statements.add(new Statement.Line("return " + trips.value()));
        return statements;
    }

    /** The loop. */
    List<Statement> loop() {
        Op.For loop = parallel.loop();
        List<Statement> statements = new ArrayList<>(before);
        String item = scope.name("item");
        Term counter = TaskScope.variable(
                scope.name(loop.counter().name()), (ScalarType) loop.counter().type());
        String count = scope.name("iterations");
        statements.add(new Statement.Line("final long " + count + " = " + trips.value()));
        scope.bind(loop.counter(), counter);
        BigInteger step = BigInteger.valueOf(loop.step());
        String scaled = loop.step() == 1 ? item : item + " * " + step;
        List<Statement> body = new ArrayList<>();
        body.add(new Statement.Line(
                "final int " + counter.text() + " = " + scope.term(loop.lower()).intOperand() + " + " + scaled));
        body.addAll(lowering.block(loop.body()));
        List<Statement> guarded =
                List.of(new Statement.If(List.of(new Statement.Branch("(long) " + item + " < " + count, body)), null));
        statements.add(
                new Statement.Comment(loop.label() + ", line " + loop.span().startLine()));
        statements.add(new Statement.Loop(
                "", "for (@Parallel int " + item + " = 0; " + item + " < items; " + item + "++)", guarded, ""));
        return statements;
    }
}
