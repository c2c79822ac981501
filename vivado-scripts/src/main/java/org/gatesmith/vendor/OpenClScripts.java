package org.gatesmith.vendor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.board.Bank;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardKind;
import org.gatesmith.board.Figures;
import org.gatesmith.board.Memory;
import org.gatesmith.board.Release;

/** Writes the scripts that turn OpenCL C kernels into a device binary, for the releases that take OpenCL C. */
public final class OpenClScripts {

    private OpenClScripts() {}

    /** The scripts, or why there are none. */
    public sealed interface Result {}

    /**
     * The scripts.
     *
     * @param files {@code build.sh}, and {@code link.cfg} for tools that read one; none for a board that no such release has a
     *     platform for
     * @param notes what the user should know about board and release
     */
    public record Emitted(List<ScriptFile> files, List<String> notes) implements Result {
        public Emitted {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /** The release that was asked for cannot do it. */
    public record Refused(String problem) implements Result {}

    /** One instance of each kernel, as the templates lay it out. */
    public record Unit(String kernel, String computeUnit, boolean memory) {}

    /** The newest release that takes OpenCL C and has a platform for the board. */
    public static Optional<Release> newestRelease(Board board) {
        return OpenClReleases.of(board).stream().findFirst();
    }

    /**
     * The scripts for one board.
     *
     * @param wanted the release to write them for; empty for the newest that is possible
     */
    public static Result emit(OpenClDesign design, Board board, Optional<Release> wanted) {
        List<Release> possible = OpenClReleases.of(board);
        if (wanted.isPresent() && !possible.contains(wanted.get())) {
            return new Refused(problem(board, wanted.get(), possible));
        }
        return wanted.or(() -> possible.stream().findFirst())
                .map(release -> emit(design, board, release))
                .orElseGet(() -> new Emitted(
                        List.of(),
                        List.of("no release that takes OpenCL C kernels has a platform for the " + board.displayName()
                                + ", so there is no build.sh; use --emit hls")));
    }

    private static String problem(Board board, Release wanted, List<Release> possible) {
        String why = OpenClReleases.dialect(wanted)
                .map(dialect -> dialect.suite() + " " + wanted + " has no platform for the " + board.displayName())
                .orElse(
                        wanted.compareTo(OpenClReleases.last()) > 0
                                ? "Vitis " + wanted + " is not known to take OpenCL C kernels: the vendor's examples of"
                                        + " them end with Vitis " + OpenClReleases.last()
                                : "the commands for OpenCL C kernels in release " + wanted + " are not known");
        String instead = possible.isEmpty()
                ? ""
                : possible.stream()
                        .map(OpenClScripts::words)
                        .collect(Collectors.joining(", ", ", or a release that takes OpenCL C for this board: ", ""));
        return why + "; use --emit hls" + instead;
    }

    private static String words(Release release) {
        return OpenClReleases.dialect(release).orElseThrow().suite() + " " + release;
    }

    private static Emitted emit(OpenClDesign design, Board board, Release release) {
        OpenClDialect dialect = OpenClReleases.dialect(release).orElseThrow();
        Map<String, Object> model = model(design, board, release, dialect);
        List<ScriptFile> files = new ArrayList<>();
        if (dialect.isConfigured()) {
            files.add(new ScriptFile(
                    LinkConfig.NAME, Templates.render("link_opencl.cfg.vm", model), ScriptFile.Mode.PLAIN));
        }
        files.add(new ScriptFile(
                BuildDriver.NAME, Templates.render("build_opencl.sh.vm", model), ScriptFile.Mode.EXECUTABLE));
        return new Emitted(files, notes(board, release));
    }

    private static Map<String, Object> model(OpenClDesign design, Board board, Release release, OpenClDialect dialect) {
        Memory memory = memory(board);
        Bank bank = memory.banks().getFirst();
        Map<String, Object> model = new HashMap<>();
        model.put("design", design.name());
        model.put("board", board.displayName());
        model.put("suite", dialect.suite());
        model.put("release", release.toString());
        model.put("last", OpenClReleases.last().toString());
        model.put("platform", board.platforms().preferred(release).orElseThrow());
        model.put("source", design.source());
        model.put(
                "kernels",
                design.kernels().stream().map(OpenClDesign.Kernel::name).collect(Collectors.joining(" ")));
        model.put("units", design.kernels().stream().map(OpenClScripts::unit).toList());
        model.put("bank", bank.name());
        model.put("bandwidth", LinkConfig.gigabytes(memory.bytesPerSecondPerBank()));
        model.put("slr", board.resources().slrs().size() < 2 ? "" : Objects.requireNonNullElse(bank.slr(), ""));
        model.put("hertz", ClockPeriod.hertz(design.clockMegahertz()));
        model.put("megahertz", Figures.plain(Math.floor(design.clockMegahertz())));
        model.put("configured", dialect.isConfigured());
        model.put("clockKey", Objects.requireNonNullElse(dialect.clockKey(), ""));
        model.put("embedded", board.kind() == BoardKind.EMBEDDED);
        model.put("target", dialect.buildTargets().getFirst());
        model.put("targets", String.join(", ", dialect.buildTargets()));
        model.put("targetWords", String.join(" ", dialect.buildTargets()));
        model.put("tools", tools(dialect));
        model.put("version", String.join(" ", dialect.versionProbe()));
        model.put("compile", String.join(" ", dialect.compile()));
        model.put("link", String.join(" ", dialect.link()));
        model.put("package", String.join(" ", Objects.requireNonNullElse(dialect.packaging(), List.of())));
        model.put("supported", BuildDriver.quoted(supported(board)));
        return model;
    }

    private static Unit unit(OpenClDesign.Kernel kernel) {
        return new Unit(kernel.name(), kernel.name() + "_1", kernel.reach() == OpenClDesign.Reach.MEMORY);
    }

    /**
     * All arrays of an OpenCL C kernel go through one port to one bank (UG1393 2021.2, Creating Multiple AXI Interfaces), so that
     * the memory with the largest banks is taken instead of the one with the most banks.
     */
    private static Memory memory(Board board) {
        return board.memories().stream()
                .max(Comparator.comparingLong(Memory::bytesPerBank))
                .orElseThrow();
    }

    private static String tools(OpenClDialect dialect) {
        return Stream.of(dialect.versionProbe(), dialect.compile(), dialect.link())
                .map(List::getFirst)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String supported(Board board) {
        return OpenClReleases.of(board).stream()
                .map(OpenClScripts::words)
                .collect(Collectors.joining(
                        ", ", "OpenCL C kernels for the " + board.displayName() + " can be built with ", "."));
    }

    private static List<String> notes(Board board, Release release) {
        List<String> notes = new ArrayList<>();
        boolean newest = newestRelease(board).filter(release::equals).isPresent();
        notes.add("build.sh is for " + words(release)
                + (newest
                        ? ", the newest release that takes OpenCL C kernels and has a platform for the "
                                + board.displayName()
                        : "")
                + "; no release after " + OpenClReleases.last() + " takes OpenCL C: --emit hls is the way there");
        if (board.platforms().newestRelease().filter(release::equals).isPresent()
                && board.platforms().note() != null) {
            notes.add(board.platforms().note());
        }
        return notes;
    }
}
