package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.ParallelCopy.Copy;
import org.gatesmith.hls.emit.ValueUses.Place;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.Ranges;
import org.jspecify.annotations.Nullable;

/** Lowers one function from structured SSA to statements of C. */
public final class FunctionLowering {

    private final Function function;
    private final Program program;
    private final FileNames file;
    private final Dialect dialect;
    private final ValueUses uses;
    private final InlinePlan plan;
    private final Variables variables;
    private final Expressions expressions;

    private final NameScope scope;
    private final NameScope labels = NameScope.ofFile(Set.of());
    private final List<Statement> tables = new ArrayList<>();
    private final List<Statement> processes = new ArrayList<>();
    private final ProcessOrder order;
    private final Set<String> tablesSeen = new LinkedHashSet<>();
    private final List<String> parameterNames;
    private final List<String> resultNames;

    private FunctionLowering(Function function, Program program, Ranges ranges, FileNames file, Dialect dialect) {
        this.function = function;
        this.program = program;
        this.file = file;
        this.dialect = dialect;
        this.uses = new ValueUses(function);
        this.plan = new InlinePlan(function, uses, dialect);
        this.variables = new Variables(function, uses, plan, dialect);
        this.expressions = new Expressions(uses, plan, variables, ranges, dialect);
        this.order = new ProcessOrder(program);
        this.scope = file.scope().inner();
        this.parameterNames =
                function.parameters().stream().map(this::nameParameter).toList();
        this.resultNames = nameResults();
    }

    /**
     * The function as C statements.
     *
     * @param ranges what is known of the program's integers; saves conversions
     * @param file names given to the tables and functions of the file
     */
    public static LoweredFunction lower(
            Function function, Program program, Ranges ranges, FileNames file, Dialect dialect) {
        return new FunctionLowering(function, program, ranges, file, dialect).lower();
    }

    private LoweredFunction lower() {
        List<Statement> body = new ArrayList<>(Spacing.ofFunction(block(function.body(), scope)));
        if (function.style() == Function.Style.DATAFLOW) {
            body.add(dialect.beginDataflow(file.function(function.name())));
            body.addAll(processes);
        }
        body.addAll(returned());
        body.addAll(0, tables);
        return new LoweredFunction(function, parameterNames, resultNames, unusedParameters(), body);
    }

    private List<String> unusedParameters() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < parameterNames.size(); i++) {
            if (!uses.isUsed(function.parameters().get(i))) {
                unused.add(parameterNames.get(i));
            }
        }
        return unused;
    }

    // ---- names

    private String nameParameter(Value parameter) {
        String name = scope.declare(wanted(parameter.name(), "arg"));
        if (parameter.type() instanceof ScalarType scalar) {
            boolean kernel = function == program.top();
            expressions.name(parameter, name, kernel ? dialect.kernelParameter(scalar) : dialect.type(scalar));
        } else {
            expressions.name(parameter, name);
        }
        return name;
    }

    private List<String> nameResults() {
        List<Value> yields = function.body().yields();
        return yields.size() < 2
                ? List.of()
                : yields.stream()
                        .map(value -> scope.declare(wanted(value.name(), "result")))
                        .toList();
    }

    private static String wanted(@Nullable String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    private List<Statement> returned() {
        List<Value> yields = function.body().yields();
        if (yields.size() == 1) {
            Value value = yields.getFirst();
            ScalarType type = value.scalarType();
            return List.of(
                    new Statement.Line("return " + dialect.assigned(expressions.of(value), dialect.type(type), type)));
        }
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < yields.size(); i++) {
            ScalarType type = yields.get(i).scalarType();
            statements.add(new Statement.Line(dialect.returned(resultNames.get(i)) + " = "
                    + dialect.assigned(expressions.of(yields.get(i)), dialect.type(type), type)));
        }
        return statements;
    }

    // ---- regions

    private List<Statement> block(Region region, NameScope names) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < region.ops().size(); i++) {
            for (Variable variable : variables.declaredBefore(region, i)) {
                statements.add(new Statement.Line(declaration(variable, names)));
            }
            if (uses.isNeeded(region.ops().get(i))) {
                statement(region.ops().get(i), new Place(region, i), names, statements);
            }
        }
        return statements;
    }

    private void statement(Op op, Place place, NameScope names, List<Statement> out) {
        switch (op) {
            case Op.Constant _, Op.Assume _ -> {}
            case Op.Compute _, Op.Load _, Op.FifoEmpty _ -> result(op.results().getFirst(), op, place, names, out);
            case Op.FifoRead read -> read(read, place, names, out);
            case Op.AllocArray alloc -> allocate(alloc, names, out);
            case Op.AllocFifo alloc -> allocate(alloc, names, out);
            case Op.TableRef table -> refer(table);
            case Op.Store store -> store(store, out);
            case Op.FifoWrite write -> write(write, out);
            case Op.Call call -> call(call, place, names, out);
            case Op.If branch
            when plan.isChoice(branch) -> result(branch.results().getFirst(), op, place, names, out);
            case Op.If branch -> branch(branch, names, out);
            case Op.For loop -> loop(loop, place, names, out);
            case Op.While loop -> loop(loop, place, names, out);
        }
    }

    private void result(Value result, Op op, Place place, NameScope names, List<Statement> out) {
        Variable variable = uses.isConversion(result) ? null : variables.of(result);
        if (variable != null) {
            out.add(set(variable, expressions.computed(op), place, names));
        }
    }

    // ---- variables

    private String declaration(Variable variable, NameScope names) {
        String name = names.declare(wanted(variable.wantedName(), "t"));
        expressions.name(variable, name);
        return dialect.name(variable.type()) + " " + name;
    }

    /**
     * Sets a variable, declaring it if this is the place.
     *
     * @param place null where no variable is declared, at the end of a region
     */
    private Statement set(Variable variable, Expression value, @Nullable Place place, NameScope names) {
        String text = dialect.assigned(value, variable.type(), variable.meaning());
        if (place != null && variables.isInitialisedAt(variable, place)) {
            String constant = variable.isConstant() ? "const " : "";
            return new Statement.Line(constant + declaration(variable, names) + " = " + text);
        }
        return new Statement.Line(assignment(expressions.name(variable), value, text));
    }

    /** {@code x = x + 1} becomes {@code x++}, {@code x = x + y} becomes {@code x += y}. */
    private static String assignment(String target, Expression value, String text) {
        boolean converted = !text.equals(value.text());
        if (converted
                || !(value.form() instanceof Form.Infix infix)
                || !infix.left().equals(target)) {
            return target + " = " + text;
        }
        String symbol = infix.symbol();
        String right = infix.right().text();
        boolean counts = right.equals("1") && (symbol.equals("+") || symbol.equals("-"));
        return counts ? target + symbol + symbol : target + " " + symbol + "= " + right;
    }

    /** Sets several variables at once. */
    private void copy(List<Copy> copies, @Nullable Place place, NameScope names, List<Statement> out) {
        Map<Copy, String> kept = new IdentityHashMap<>();
        for (ParallelCopy.Step step : ParallelCopy.order(copies)) {
            Copy copy = step.copy();
            Variable target = copy.target();
            if (step.aside()) {
                String name = names.declare("next" + capitalised(expressions.name(target)));
                kept.put(copy, name);
                out.add(new Statement.Line("const " + dialect.name(target.type()) + " " + name + " = "
                        + dialect.assigned(copy.value(), target.type(), target.meaning())));
            } else if (kept.containsKey(copy)) {
                out.add(new Statement.Line(expressions.name(target) + " = " + kept.get(copy)));
            } else {
                out.add(set(target, copy.value(), place, names));
            }
        }
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The copies that hand {@code sources} over to the variables of {@code targets}, but for those that are there already. */
    private List<Copy> copies(List<Value> targets, List<Value> sources) {
        List<Copy> copies = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Variable target = variables.of(targets.get(i));
            Value source = sources.get(i);
            if (target != null && variables.of(source) != target) {
                copies.add(new Copy(target, expressions.of(source), Set.copyOf(variables.readBy(source))));
            }
        }
        return copies;
    }

    // ---- memories and streams

    private void allocate(Op.AllocArray alloc, NameScope names, List<Statement> out) {
        if (!uses.isUsed(alloc.result())) {
            return;
        }
        String name = names.declare(wanted(alloc.result().name(), "array"));
        expressions.name(alloc.result(), name);
        out.addAll(dialect.declareArray(name, alloc.type(), alloc));
    }

    private void allocate(Op.AllocFifo alloc, NameScope names, List<Statement> out) {
        String name = names.declare(wanted(alloc.result().name(), "fifo"));
        expressions.name(alloc.result(), name);
        FifoType type = (FifoType) alloc.result().type();
        out.add(dialect.declareFifo(name, type.element(), alloc.depth()));
    }

    /** A table lives in the file; its pragmas stand at the head of every function that reads it. */
    private void refer(Op.TableRef reference) {
        Table table = program.table(reference.table());
        String name = file.table(table.name());
        expressions.name(reference.result(), name);
        if (tablesSeen.add(name)) {
            tables.addAll(dialect.useTable(name, table.type(), table.directives()));
        }
    }

    private void store(Op.Store store, List<Statement> out) {
        String target = expressions.element(store.memory(), store.indices());
        Expression value = expressions.of(store.value());
        ScalarType element = elementType(store.memory());
        String text = dialect.assigned(value, expressions.elementType(store.memory()), element);
        out.add(new Statement.Line(assignment(target, value, text)));
    }

    private static ScalarType elementType(Value memory) {
        return switch (memory.type()) {
            case PortType port -> port.element();
            case ArrayType array -> array.element();
            case FifoType fifo -> fifo.element();
            case ScalarType scalar -> throw new IllegalArgumentException(scalar + " has no elements");
        };
    }

    private void read(Op.FifoRead read, Place place, NameScope names, List<Statement> out) {
        if (uses.isUsed(read.result())) {
            result(read.result(), read, place, names, out);
        } else {
            out.add(new Statement.Line(
                    dialect.read(expressions.memory(read.fifo()), read.result().scalarType())
                            .text()));
        }
    }

    private void write(Op.FifoWrite write, List<Statement> out) {
        String value = dialect.assigned(
                expressions.of(write.value()), expressions.elementType(write.fifo()), elementType(write.fifo()));
        out.add(new Statement.Line(dialect.write(expressions.memory(write.fifo()), elementType(write.fifo()), value)));
    }

    // ---- calls

    private void call(Op.Call call, Place place, NameScope names, List<Statement> out) {
        Function callee = program.function(call.callee());
        Stream<String> arguments = Stream.iterate(0, i -> i + 1)
                .limit(call.operands().size())
                .map(i -> argument(call.operands().get(i), callee.parameters().get(i)));
        Stream<String> results = call.results().size() < 2
                ? Stream.of()
                : call.results().stream()
                        .map(result -> expressions.name(Objects.requireNonNull(variables.of(result))))
                        .map(dialect::received);
        String text = Stream.of(arguments, results, dialect.hiddenArguments(callee).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(", ", file.function(call.callee()) + "(", ")"));
        if (function.style() == Function.Style.DATAFLOW) {
            String name = labels.declare(file.function(call.callee()));
            processes.addAll(dialect.process(function, name, order.add(name, call), text));
        } else if (call.results().size() == 1 && uses.isUsed(call.results().getFirst())) {
            Value result = call.results().getFirst();
            Variable variable = Objects.requireNonNull(variables.of(result));
            Expression value = dialect.stored(text, dialect.type(result.scalarType()), result.scalarType());
            out.add(set(variable, value, place, names));
        } else {
            out.add(new Statement.Line(text));
        }
    }

    private String argument(Value value, Value parameter) {
        return parameter.type() instanceof ScalarType type
                ? dialect.assigned(expressions.of(value), dialect.type(type), type)
                : expressions.memory(value);
    }

    // ---- branches

    private void branch(Op.If branch, NameScope names, List<Statement> out) {
        Expression condition = expressions.of(branch.condition());
        List<Statement> then = arm(branch, branch.thenRegion(), names);
        List<Statement> otherwise = arm(branch, branch.elseRegion(), names);
        if (then.isEmpty() && !otherwise.isEmpty()) {
            out.add(conditional(dialect.not(condition), otherwise, List.of()));
        } else if (!then.isEmpty()) {
            out.add(conditional(condition, then, otherwise));
        }
    }

    private List<Statement> arm(Op.If branch, Region arm, NameScope names) {
        NameScope inner = names.inner();
        List<Statement> statements = block(arm, inner);
        copy(copies(branch.results(), arm.yields()), null, inner, statements);
        return Spacing.ofBlock(statements);
    }

    /** An {@code else} that holds nothing but another branch continues the chain. */
    private Statement conditional(Expression condition, List<Statement> then, List<Statement> otherwise) {
        List<Statement.Branch> branches = new ArrayList<>();
        branches.add(new Statement.Branch(dialect.condition(condition), then));
        if (otherwise.size() == 1 && otherwise.getFirst() instanceof Statement.If(var more, var last)) {
            branches.addAll(more);
            return new Statement.If(branches, last);
        }
        return new Statement.If(branches, otherwise.isEmpty() ? null : otherwise);
    }

    // ---- loops

    private void loop(Op.For loop, Place place, NameScope names, List<Statement> out) {
        copy(copies(loop.carried(), loop.initial()), place, names, out);
        Value counter = loop.counter();
        CType type = dialect.address(counter.intType());
        Expression lower = expressions.of(loop.lower());
        NameScope inner = names.inner();
        String name = inner.declare(wanted(counter.name(), "i"));
        expressions.name(counter, name, type);
        // The last test sees a value that the body does not, so nothing is taken for known of the counter here.
        Expression tested = dialect.stored(name, type, counter.intType());
        Expression bound = expressions.of(loop.bound());
        Expression test = dialect.compute(loop.relation(), List.of(tested, bound), IntType.BOOL);
        CountedLoop counted =
                new CountedLoop(loop, name, type, dialect.assigned(lower, type, counter.intType()), bound);
        String head = "for (" + dialect.name(type) + " " + name + " = " + dialect.loopStart(counted) + "; "
                + test.text() + "; " + dialect.loopStep(counted) + ")";
        List<Statement> body = new ArrayList<>(dialect.loopPragmas(loop));
        body.addAll(block(loop.body(), inner));
        copy(copies(loop.carried(), loop.body().yields()), null, inner, body);
        announce(loop, out);
        out.add(new Statement.Loop(label(loop.label()), head, Spacing.ofBlock(body), ""));
    }

    private void announce(Op loop, List<Statement> out) {
        String comment = LoopSchedule.comment(loop, loop.span());
        if (!comment.isEmpty()) {
            out.add(new Statement.Comment(comment));
        }
        out.addAll(dialect.loopAttributes(loop));
    }

    private String label(String label) {
        String name = dialect.loopLabel(label.replace('.', '_'));
        return name.isEmpty() ? "" : labels.declare(name);
    }

    /** The test and what precedes it come first; where they are one expression, or all there is, C has a loop for it. */
    private void loop(Op.While loop, Place place, NameScope names, List<Statement> out) {
        copy(copies(loop.before().parameters(), loop.initial()), place, names, out);
        NameScope inner = names.inner();
        List<Statement> test = new ArrayList<>(block(loop.before(), inner));
        copy(copies(loop.body().parameters(), loop.forwarded()), null, inner, test);
        Expression condition = expressions.of(loop.condition());
        List<Statement> body = new ArrayList<>(block(loop.body(), inner));
        copy(copies(loop.before().parameters(), loop.body().yields()), null, inner, body);
        announce(loop, out);
        out.add(written(loop, test, condition, body, inner));
    }

    private Statement written(
            Op.While loop, List<Statement> test, Expression condition, List<Statement> body, NameScope inner) {
        List<Statement> all = new ArrayList<>(dialect.loopPragmas(loop));
        String label = label(loop.label());
        if (test.isEmpty()) {
            all.addAll(body);
            return new Statement.Loop(label, "while (" + dialect.condition(condition) + ")", Spacing.ofBlock(all), "");
        }
        all.addAll(test);
        if (body.isEmpty() && standsOutside(loop, inner)) {
            return new Statement.Loop(
                    label, "do", Spacing.ofBlock(all), " while (" + dialect.condition(condition) + ");");
        }
        all.add(new Statement.If(
                List.of(new Statement.Branch(dialect.not(condition).text(), List.of(new Statement.Line("break")))),
                null));
        all.addAll(body);
        return new Statement.Loop(label, "while (true)", Spacing.ofBlock(all), "");
    }

    /** The condition of a do-while loop does not see what is declared in the loop. */
    private boolean standsOutside(Op.While loop, NameScope inner) {
        boolean ownMemory = loop.before().ops().stream().anyMatch(op -> op instanceof Op.AllocArray);
        return !ownMemory
                && variables.readBy(loop.condition()).stream().noneMatch(v -> inner.declares(expressions.name(v)));
    }
}
