package org.gatesmith.hls.emit.verilog;

import java.util.List;

/**
 * What the template of a module lays out.
 *
 * @param clock what registers change with
 * @param comment lines about the module
 * @param units its contents, in order
 */
public record ModuleView(String name, String clock, List<String> comment, List<Port> ports, List<Unit> units) {

    /**
     * A port of the module.
     *
     * @param range bits, with a space behind them; empty for a single bit
     * @param waiver warning of Verilator that does not apply; empty if there is none
     */
    public record Port(String direction, String range, String name, String waiver) {}

    /** A part of the contents. */
    public sealed interface Unit {
        /** By which the template chooses the layout. */
        String kind();
    }

    /** Begins a section. */
    public record Heading(String text) implements Unit {
        @Override
        public String kind() {
            return "heading";
        }
    }

    /** A remark on what follows. */
    public record Note(String text) implements Unit {
        @Override
        public String kind() {
            return "note";
        }
    }

    /** Declarations and assignments. */
    public record Paragraph(List<String> lines) implements Unit {
        @Override
        public String kind() {
            return "paragraph";
        }
    }

    /**
     * What happens at every clock edge.
     *
     * @param resets what happens instead while the reset is high; empty if nothing
     */
    public record Always(List<Line> resets, List<Guarded> statements) implements Unit {
        @Override
        public String kind() {
            return "always";
        }
    }

    /**
     * Statements under a condition.
     *
     * @param condition empty if there is none
     */
    public record Guarded(String condition, List<Line> lines) {}

    /** A statement, with its own condition in front if it has one. */
    public record Line(String head, String statement) {}

    /**
     * An instance of another module.
     *
     * @param head the module, its parameters and the name of the instance
     */
    public record Part(String head, List<String> pins) implements Unit {
        @Override
        public String kind() {
            return "part";
        }
    }
}
