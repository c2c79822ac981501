package org.gatesmith.vendor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gatesmith.board.Board;
import org.gatesmith.board.Figures;

/** The HLS project, as Tcl and as configuration file. */
final class HlsScripts {
    static final String TCL = "run_hls.tcl";
    static final String CONFIG = "hls_config.cfg";

    private HlsScripts() {}

    static ScriptFile tcl(HlsDesign design, Board board, Dialect dialect) {
        Map<String, Object> model = common(design, board, dialect);
        model.put("container", dialect.tcl().container().name());
        model.put("solution", board.name());
        model.put("testBenchCode", select(design.testBench(), HlsScripts::isCode));
        model.put("testBenchData", select(design.testBench(), file -> !isCode(file)));
        model.put("cFlags", option(" -cflags \"", design.cFlags(), "\""));
        model.put("arguments", option(" -argv {", design.testBenchArguments(), "}"));
        return new ScriptFile(TCL, Templates.render("run_hls.tcl.vm", model), ScriptFile.Mode.PLAIN);
    }

    static ScriptFile config(HlsDesign design, Board board, Dialect dialect) {
        Map<String, Object> model = common(design, board, dialect);
        model.put("testBench", design.testBench());
        model.put("cFlags", option("", design.cFlags(), ""));
        model.put("arguments", option("", design.testBenchArguments(), ""));
        return new ScriptFile(CONFIG, Templates.render("hls_config.cfg.vm", model), ScriptFile.Mode.PLAIN);
    }

    private static Map<String, Object> common(HlsDesign design, Board board, Dialect dialect) {
        Map<String, Object> model = new HashMap<>();
        model.put("kernel", design.kernelName());
        model.put("board", board.displayName());
        model.put("release", dialect.release().toString());
        model.put("part", board.part().name());
        model.put("top", design.topFunction());
        model.put("sources", design.sources());
        model.put("headers", design.headers());
        model.put("period", ClockPeriod.nanoseconds(design.clockMegahertz()));
        model.put("uncertainty", Figures.plain(board.clocks().uncertaintyPercent()));
        return model;
    }

    /** Words between an opening and a closing text, or nothing at all for no words. */
    private static String option(String open, List<String> words, String close) {
        return words.isEmpty() ? "" : open + String.join(" ", words) + close;
    }

    private static List<String> select(List<String> files, Predicate<String> wanted) {
        return files.stream().filter(wanted).toList();
    }

    /** Compiler flags go with code, not with the data files that the test bench reads. */
    private static boolean isCode(String file) {
        return file.endsWith(".cpp") || file.endsWith(".c") || file.endsWith(".h") || file.endsWith(".hpp");
    }
}
