package org.gatesmith.vendor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardKind;

/** The shell script that runs the tools. */
final class BuildDriver {
    static final String NAME = "build.sh";

    private BuildDriver() {}

    static ScriptFile of(HlsDesign design, Board board, Dialect dialect) {
        ReleaseFit fit = new ReleaseFit(board, dialect.release());
        Map<String, Object> model = new HashMap<>();
        model.put("kernel", design.kernelName());
        model.put("board", board.displayName());
        model.put("release", dialect.release().toString());
        model.put("tools", String.join(" ", tools(dialect)));
        model.put("sources", String.join(" ", sources(design, dialect)));
        model.put("platform", fit.platform().orElse(""));
        model.put("target", dialect.buildTargets().getFirst());
        model.put("targets", String.join(", ", dialect.buildTargets()));
        model.put("targetWords", String.join(" ", dialect.buildTargets()));
        model.put("embedded", board.kind() == BoardKind.EMBEDDED);
        model.put("noHls", quoted(fit.hlsProblem().orElse("")));
        model.put("noPlatform", quoted(fit.platformProblem().orElse("")));
        model.put("supported", quoted(fit.supported()));
        model.put("version", String.join(" ", dialect.versionProbe()));
        model.put("link", String.join(" ", dialect.link().run()));
        model.put("package", String.join(" ", dialect.packaging().run()));
        for (HlsStep step : HlsStep.values()) {
            model.put(step.key(), String.join(" ", step.command(dialect)));
        }
        return new ScriptFile(NAME, Templates.render("build.sh.vm", model), ScriptFile.Mode.EXECUTABLE);
    }

    /** The programs that the script starts. */
    private static List<String> tools(Dialect dialect) {
        Stream<List<String>> steps = Stream.of(HlsStep.values()).map(step -> step.tool(dialect));
        Stream<List<String>> others = Stream.of(
                dialect.versionProbe(),
                dialect.link().run(),
                dialect.packaging().run());
        return Stream.concat(others, steps).map(List::getFirst).distinct().toList();
    }

    /** What the kernel object depends on. The test bench is not among it: a build of hours must not hang on that. */
    private static List<String> sources(HlsDesign design, Dialect dialect) {
        String settings = dialect.unified() == null ? HlsScripts.TCL : HlsScripts.CONFIG;
        return Stream.of(design.sources(), design.headers(), List.of(settings))
                .flatMap(List::stream)
                .toList();
    }

    /** A text as one word of the shell, whatever it holds. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
