package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.verilog.ModuleView.Always;
import org.gatesmith.hls.emit.verilog.ModuleView.Guarded;
import org.gatesmith.hls.emit.verilog.ModuleView.Line;
import org.gatesmith.hls.emit.verilog.ModuleView.Note;
import org.gatesmith.hls.emit.verilog.ModuleView.Paragraph;
import org.gatesmith.hls.emit.verilog.ModuleView.Unit;
import org.gatesmith.hls.emit.verilog.Netlist.Assignment;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.Item;
import org.gatesmith.hls.emit.verilog.Netlist.Later;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.gatesmith.hls.emit.verilog.Netlist.Register;
import org.gatesmith.hls.emit.verilog.Netlist.Remark;
import org.gatesmith.hls.emit.verilog.Netlist.Section;
import org.gatesmith.hls.emit.verilog.Netlist.WordWrite;
import org.gatesmith.hls.emit.verilog.Netlist.Words;
import org.gatesmith.hls.emit.verilog.Netlist.Write;

/** The view model of a netlist: what nothing reads is left out, everything is declared before it is used. */
final class ModuleLayout {

    private final Netlist netlist;
    private final List<String> comment;
    private final Demand demand;
    private final TermText text;
    private final List<Unit> units = new ArrayList<>();
    private final Set<Signal> declared = new LinkedHashSet<>();

    private ModuleLayout(Netlist netlist, List<String> comment) {
        this.netlist = netlist;
        this.comment = comment;
        this.demand = Demand.of(netlist);
        this.text = new TermText(demand);
    }

    static ModuleView of(Netlist netlist, List<String> comment) {
        return new ModuleLayout(netlist, comment).view();
    }

    private ModuleView view() {
        List<List<Item>> sections = sections();
        List<List<Signal>> early = early(sections);
        for (int i = 0; i < sections.size(); i++) {
            section(sections.get(i), early.get(i));
        }
        unused();
        watches();
        return new ModuleView(
                netlist.name(),
                text.of(netlist.clock()),
                comment,
                netlist.ports().stream().map(this::port).toList(),
                units);
    }

    private ModuleView.Port port(Signal signal) {
        return new ModuleView.Port(
                signal.kind() == Signal.Kind.INPUT ? "input " : "output",
                TermText.range(signal.width()),
                signal.name(),
                waiver(signal));
    }

    /** Vitis wants a port of this name, which C++ libraries use too; Verilator renames it. */
    private static String waiver(Signal port) {
        return port.name().equals("interrupt") ? "SYMRSVDWORD" : "";
    }

    // ---- sections

    /** What is alive, in sections. */
    private List<List<Item>> sections() {
        List<List<Item>> sections = new ArrayList<>();
        sections.add(new ArrayList<>());
        for (Item item : netlist.items()) {
            if (item instanceof Section) {
                sections.add(new ArrayList<>());
            }
            if (isAlive(item)) {
                sections.getLast().add(item);
            }
        }
        return sections;
    }

    private boolean isAlive(Item item) {
        return switch (item) {
            case Assignment assignment -> demand.isUsed(assignment.signal());
            case Register register -> demand.isUsed(register.signal());
            case Words words -> demand.isUsed(words.array());
            case Section _, Remark _, Instance _, Later _ -> true;
        };
    }

    /** For every section the signals that it uses before they are defined, here or in a later section. */
    private List<List<Signal>> early(List<List<Item>> sections) {
        Set<Signal> known = new LinkedHashSet<>(netlist.ports());
        List<List<Signal>> all = new ArrayList<>();
        for (List<Item> section : sections) {
            List<Signal> early = new ArrayList<>();
            for (Item item : section) {
                uses(item).filter(known::add).forEach(early::add);
                known.addAll(definitions(item));
            }
            all.add(early);
        }
        return all;
    }

    /** What an item reads, but for itself. */
    private Stream<Signal> uses(Item item) {
        Stream<Signal> signals = terms(item).flatMap(TermText::signals);
        return item instanceof Register(Signal register) ? signals.filter(signal -> signal != register) : signals;
    }

    private Stream<Term> terms(Item item) {
        return switch (item) {
            case Assignment assignment -> Stream.of(demand.cut(assignment.signal(), assignment.value()));
            case Register(Signal register) ->
                netlist.writes(register).stream()
                        .flatMap(write -> Stream.of(write.condition(), demand.cut(register, write.value())));
            case Words words ->
                netlist.writes(words.array()).stream()
                        .flatMap(write -> Stream.of(write.condition(), write.index(), write.value()));
            case Instance instance ->
                instance.pins().stream().filter(pin -> !pin.drives()).map(Pin::term);
            case Section _, Remark _, Later _ -> Stream.empty();
        };
    }

    private static Stream<Signal> signals(Term term) {
        return TermText.signals(term);
    }

    private static List<Signal> definitions(Item item) {
        return switch (item) {
            case Assignment assignment -> List.of(assignment.signal());
            case Register register -> List.of(register.signal());
            case Instance instance ->
                instance.pins().stream()
                        .filter(Pin::drives)
                        .flatMap(pin -> signals(pin.term()))
                        .toList();
            case Words _, Section _, Remark _, Later _ -> List.of();
        };
    }

    private void section(List<Item> items, List<Signal> early) {
        int from = 0;
        if (!items.isEmpty() && items.getFirst() instanceof Section(String title)) {
            units.add(new ModuleView.Heading(title));
            from = 1;
        }
        List<String> lines = early.stream().map(this::declare).toList();
        if (!lines.isEmpty()) {
            units.add(new Paragraph(lines));
        }
        List<Item> rest = items.subList(from, items.size());
        for (int i = 0; i < rest.size(); i++) {
            i = unit(rest, i);
        }
    }

    /** Lays out the items from {@code first} that belong together; returns the position of the last one. */
    private int unit(List<Item> items, int first) {
        int end = first + 1;
        switch (items.get(first)) {
            case Remark(String remark) -> {
                if (end < items.size() && !(items.get(end) instanceof Remark)) {
                    units.add(new Note(remark));
                }
            }
            case Assignment _ -> {
                while (end < items.size() && items.get(end) instanceof Assignment) {
                    end++;
                }
                units.add(new Paragraph(
                        items.subList(first, end).stream().map(this::assignment).toList()));
            }
            case Register _ -> {
                while (end < items.size() && items.get(end) instanceof Register) {
                    end++;
                }
                registers(items.subList(first, end).stream()
                        .map(item -> ((Register) item).signal())
                        .toList());
            }
            case Words(RegisterArray array) -> words(array);
            case Instance instance -> instance(instance);
            case Section _, Later _ -> throw new IllegalStateException("not laid out: " + items.get(first));
        }
        return end - 1;
    }

    // ---- wires

    private String declare(Signal signal) {
        declared.add(signal);
        return (signal.kind() == Signal.Kind.REGISTER ? "reg " : "wire ") + range(signal) + signal.name() + ";";
    }

    private String range(Signal signal) {
        return TermText.range(demand.width(signal));
    }

    private String assignment(Item item) {
        Assignment assignment = (Assignment) item;
        Signal signal = assignment.signal();
        String value = text.of(demand.cut(signal, assignment.value()));
        boolean known = signal.kind() == Signal.Kind.OUTPUT || declared.contains(signal);
        return (known ? "assign " : "wire " + range(signal)) + signal.name() + " = " + value + ";";
    }

    // ---- registers

    private void registers(List<Signal> registers) {
        List<String> declarations = registers.stream()
                .filter(register -> !declared.contains(register))
                .map(this::declare)
                .toList();
        if (!declarations.isEmpty()) {
            units.add(new Paragraph(declarations));
        }
        always(registers.stream().filter(register -> register.reset() != null).toList(), true);
        always(registers.stream().filter(register -> register.reset() == null).toList(), false);
    }

    private void always(List<Signal> registers, boolean reset) {
        List<Signal> written = registers.stream()
                .filter(register -> !netlist.writes(register).isEmpty())
                .toList();
        if (!written.isEmpty()) {
            List<Line> resets = reset ? written.stream().map(this::reset).toList() : List.of();
            units.add(new Always(resets, statements(written)));
        }
    }

    private Line reset(Signal register) {
        Term value = Terms.bits(demand.width(register), java.util.Objects.requireNonNull(register.reset()));
        return new Line("", register.name() + " <= " + text.of(value) + ";");
    }

    /** Registers that are written in the same cycles stand together. */
    private List<Guarded> statements(List<Signal> registers) {
        Map<Term, List<Line>> together = new LinkedHashMap<>();
        List<Guarded> several = new ArrayList<>();
        for (Signal register : registers) {
            List<Write> writes = netlist.writes(register);
            if (writes.size() == 1) {
                Write write = writes.getFirst();
                together.computeIfAbsent(write.condition(), _ -> new ArrayList<>())
                        .add(new Line("", assignment(register, write)));
            } else {
                several.add(new Guarded("", alternatives(register, writes)));
            }
        }
        List<Guarded> all = new ArrayList<>();
        together.forEach((condition, lines) -> all.add(new Guarded(condition(condition), lines)));
        all.addAll(several);
        return all;
    }

    private List<Line> alternatives(Signal register, List<Write> writes) {
        List<Line> lines = new ArrayList<>();
        for (Write write : writes) {
            String otherwise = lines.isEmpty() ? "" : "else ";
            boolean always = write.condition().equals(Terms.TRUE);
            String head = always ? otherwise : otherwise + "if (" + condition(write.condition()) + ") ";
            lines.add(new Line(head, assignment(register, write)));
            if (always) {
                return lines;
            }
        }
        return lines;
    }

    private String assignment(Signal register, Write write) {
        return register.name() + " <= " + text.of(demand.cut(register, write.value())) + ";";
    }

    /** Empty for every cycle. */
    private String condition(Term condition) {
        return condition.equals(Terms.TRUE) ? "" : text.of(condition);
    }

    private void words(RegisterArray array) {
        units.add(new Paragraph(
                List.of("reg " + TermText.range(array.width()) + array.name() + " [0:" + (array.depth() - 1) + "];")));
        List<Guarded> statements = new ArrayList<>();
        for (WordWrite write : netlist.writes(array)) {
            String statement = array.name() + "[" + text.of(write.index()) + "] <= " + text.of(write.value()) + ";";
            statements.add(new Guarded(condition(write.condition()), List.of(new Line("", statement))));
        }
        if (!statements.isEmpty()) {
            units.add(new Always(List.of(), statements));
        }
    }

    // ---- instances

    private void instance(Instance instance) {
        List<String> declarations = instance.pins().stream()
                .filter(Pin::drives)
                .flatMap(pin -> signals(pin.term()))
                .distinct()
                .filter(signal -> signal.kind() == Signal.Kind.PIN && !declared.contains(signal))
                .map(this::declare)
                .toList();
        if (!declarations.isEmpty()) {
            units.add(new Paragraph(declarations));
        }
        List<String> parameters = instance.parameters().entrySet().stream()
                .map(entry -> "." + entry.getKey() + "(" + entry.getValue() + ")")
                .toList();
        List<String> pins = instance.pins().stream()
                .map(pin -> "." + pin.name() + "(" + text.of(pin.term()) + ")")
                .toList();
        String values = parameters.isEmpty() ? "" : "#(" + String.join(", ", parameters) + ") ";
        units.add(new ModuleView.Part(instance.module() + " " + values + instance.name(), pins));
    }

    // ---- the rest

    /** Bits that come from outside and that nothing needs; Verilator wants to be told that this is no oversight. */
    private void unused() {
        ReadBits read = new ReadBits();
        List<Item> alive = netlist.items().stream().filter(this::isAlive).toList();
        alive.forEach(item -> terms(item).forEach(read::add));
        Stream<Signal> inputs = netlist.ports().stream().filter(port -> port.kind() == Signal.Kind.INPUT);
        Stream<Signal> others = alive.stream()
                .flatMap(item -> definitions(item).stream())
                .filter(signal -> signal.kind() != Signal.Kind.OUTPUT);
        List<String> names = Stream.concat(inputs, others)
                .distinct()
                .filter(signal -> !isImplied(signal))
                .flatMap(signal -> read.missing(signal, demand.width(signal)).stream())
                .map(text::of)
                .toList();
        if (!names.isEmpty()) {
            units.add(new ModuleView.Heading("bits that nothing needs"));
            units.add(new Paragraph(List.of("wire unused = &{1'b0, " + String.join(", ", names) + "};")));
        }
    }

    private void watches() {
        List<Watches.Shown> watches = netlist.watches().own();
        if (watches.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of("`ifdef VERILATOR"));
        for (Watches.Shown watch : watches) {
            String declared = TermText.range(watch.width()) + watch.name() + " /* verilator public_flat_rd */";
            lines.add(
                    watch.isCounter()
                            ? "reg " + declared + ";"
                            : "wire " + declared + " = " + text.of(watch.term()) + ";");
        }
        String clock = text.of(netlist.clock());
        String reset = text.of(netlist.reset());
        for (Watches.Shown watch : watches) {
            if (watch.isCounter()) {
                String name = watch.name();
                lines.add("always @(posedge " + clock + ") " + name + " <= " + reset + " ? 64'd0 : " + name
                        + " + {63'd0, " + text.of(watch.term()) + "};");
            }
        }
        lines.add("`endif");
        units.add(new ModuleView.Heading("what a simulator is shown"));
        units.add(new Paragraph(lines));
    }

    /** Clock and reset are read by every register. */
    private boolean isImplied(Signal signal) {
        boolean control = signal.term().equals(netlist.clock()) || netlist.isReset(signal);
        return control && demand.isUsed(signal);
    }
}
