package org.gatesmith.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Figures;

/**
 * Writes the scripts that turn a kernel's HLS C++ into a device binary. What a release cannot do for a board is left
 * out and said in a note; what it can do is still there.
 */
public final class VendorScripts {
    private VendorScripts() {}

    /**
     * The scripts for one kernel on one board with one tool release: {@code run_hls.tcl}; {@code hls_config.cfg}, if the
     * release knows configuration files; {@code link.cfg}, if it has a platform for the board; and {@code build.sh},
     * which runs them.
     */
    public static ScriptResult emit(HlsDesign design, Board board, Dialect dialect) {
        return switch (BankPlan.of(design, board)) {
            case BankPlan.Impossible impossible -> new ScriptResult.Refused(impossible.problems());
            case BankPlan.Planned planned -> emit(design, board, dialect, planned.plan());
        };
    }

    private static ScriptResult emit(HlsDesign design, Board board, Dialect dialect, BankPlan plan) {
        ReleaseFit fit = new ReleaseFit(board, dialect.release());
        List<ScriptFile> files = new ArrayList<>();
        files.add(HlsScripts.tcl(design, board, dialect));
        if (dialect.unified() != null) {
            files.add(HlsScripts.config(design, board, dialect));
        }
        fit.linkTarget().ifPresent(target -> files.add(LinkConfig.of(design, board, dialect, plan, target)));
        files.add(BuildDriver.of(design, board, dialect));
        List<String> notes = Stream.of(fit.notes(), plan.notes(), clockNotes(design, board))
                .flatMap(List::stream)
                .toList();
        return new ScriptResult.Emitted(files, plan, notes);
    }

    private static List<String> clockNotes(HlsDesign design, Board board) {
        if (board.clocks().megahertz().contains(design.clockMegahertz())) {
            return List.of();
        }
        List<String> offered =
                board.clocks().megahertz().stream().map(Figures::plain).toList();
        return List.of("the platform of the " + board.displayName() + " has no clock of "
                + Figures.plain(design.clockMegahertz()) + " MHz, only " + String.join(", ", offered)
                + "; v++ derives the nearest it can");
    }
}
