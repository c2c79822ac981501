package org.gatesmith.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.board.TextColumns.Align;
import org.jspecify.annotations.Nullable;

/** Everything known of one board as plain text, each block with its source. */
public final class BoardSheet {
    private static final int LINE_WIDTH = 100;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private BoardSheet() {}

    /** The sheet of a board; every line ended. */
    public static String of(Board board) {
        BoardSheet sheet = new BoardSheet();
        sheet.text.append(board.displayName()).append(" (").append(board.name()).append(")\n");
        sheet.identity(board);
        sheet.tools(board);
        sheet.host(board.host());
        sheet.transfers(board.transfers());
        sheet.resources(board.resources());
        sheet.memories(board);
        sheet.clocks(board.clocks());
        return sheet.text.toString();
    }

    private void identity(Board board) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("kind", board.kind().words()));
        rows.add(List.of("part", board.part().name()));
        String boardPart = board.part().boardPart();
        if (boardPart != null) {
            rows.add(List.of("board part", boardPart));
        }
        rows.add(List.of("licence", board.licence().edition() + (board.licence().paid() ? " (paid)" : " (free)")));
        block("Device", rows, board.part().source(), board.part().note());
        remark("licence source", board.licence().source());
        remark("licence note", board.licence().note());
    }

    private void tools(Board board) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("part known to", board.toolReleases().words()));
        board.platforms()
                .byRelease()
                .forEach((release, names) -> rows.add(List.of("platform " + release, String.join(", ", names))));
        block(
                "Tool releases",
                rows,
                board.toolReleases().source(),
                board.toolReleases().note());
        remark("platform source", board.platforms().source());
        remark("platform note", board.platforms().note());
    }

    private void host(@Nullable HostLink host) {
        if (host != null) {
            List<List<String>> rows = List.of(
                    List.of("link", "PCIe Gen" + host.pcieGeneration() + " x" + host.pcieLanes()),
                    List.of("bandwidth", Figures.bandwidth(host.bytesPerSecond())));
            block("Host", rows, host.source(), host.note());
        }
    }

    private void transfers(@Nullable TransferCurves transfers) {
        if (transfers != null) {
            List<List<String>> rows = List.of(
                    List.of("operation", Figures.plain(transfers.microsecondsPerOperation()) + " us at least"),
                    List.of("to the device", points(transfers.toDevice())),
                    List.of("to the host", points(transfers.toHost())),
                    List.of("both at once", Figures.bandwidth(transfers.bothBytesPerSecond())));
            block("Transfers", rows, transfers.source(), transfers.note());
        }
    }

    private static String points(List<TransferPoint> curve) {
        return curve.stream()
                .map(point -> Figures.bandwidth(point.bytesPerSecond()) + " at " + Figures.bytes(point.bytes()))
                .collect(Collectors.joining(", "));
    }

    private void resources(DeviceResources resources) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "LUT", "FF", "BRAM36", "URAM", "DSP"));
        rows.add(counts("device", resources.device()));
        resources.slrs().forEach(slr -> rows.add(counts(slr.name(), slr.device())));
        rows.add(counts("for kernels", resources.kernelRegion()));
        resources.slrs().forEach(slr -> rows.add(counts(slr.name() + " for kernels", slr.kernelRegion())));
        block("Resources", Align.RIGHT, rows, resources.source(), resources.note());
    }

    private static List<String> counts(String label, ResourceCount count) {
        return List.of(
                label,
                Figures.grouped(count.lut()),
                Figures.grouped(count.ff()),
                Figures.grouped(count.bram36()),
                Figures.grouped(count.uram()),
                Figures.grouped(count.dsp()));
    }

    private void memories(Board board) {
        for (Memory memory : board.memories()) {
            boolean isDefault = memory.name().equals(board.kernelMemory());
            String title = "Memory " + memory.name() + (isDefault ? " (kernel ports go here by default)" : "");
            block(title, memoryRows(memory), memory.source(), memory.note());
        }
    }

    private static List<List<String>> memoryRows(Memory memory) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("kind", memory.kind().words()));
        rows.add(List.of("banks", banks(memory)));
        rows.add(List.of("size", size(memory)));
        rows.add(List.of(
                "port",
                memory.axi().dataBits() + " bit at "
                        + Figures.plain(memory.axi().megahertz()) + " MHz"));
        rows.add(List.of(
                "bandwidth",
                Figures.bandwidth(memory.bytesPerSecondPerBank()) + " per bank, "
                        + Figures.bandwidth(memory.bytesPerSecondTotal()) + " in all"));
        Double latency = memory.latencyNanoseconds();
        if (latency != null) {
            rows.add(List.of("latency", Figures.plain(latency) + " ns"));
        }
        return rows;
    }

    private static String banks(Memory memory) {
        return memory.bankGroups().stream()
                .map(group -> group.name() + (group.slr() == null ? "" : " in " + group.slr()))
                .collect(Collectors.joining(", "));
    }

    private static String size(Memory memory) {
        return switch (memory.storage()) {
            case PER_BANK ->
                Figures.bytes(memory.bytesPerBank()) + " per bank, " + Figures.bytes(memory.bytesTotal()) + " in all";
            case SHARED -> Figures.bytes(memory.bytesTotal()) + " shared by all banks";
        };
    }

    private void clocks(Clocks clocks) {
        String all = clocks.megahertz().stream().map(Figures::plain).collect(Collectors.joining(", "));
        List<List<String>> rows = List.of(
                List.of("offered", all + " MHz"),
                List.of("platform default", Figures.plain(clocks.platformDefault()) + " MHz"),
                List.of("kernel default", Figures.plain(clocks.kernelDefault()) + " MHz"),
                List.of("uncertainty", Figures.plain(clocks.uncertaintyPercent()) + " % of the period"));
        block("Clocks", rows, clocks.source(), clocks.note());
    }

    private void block(String title, List<List<String>> rows, String source, @Nullable String note) {
        block(title, Align.LEFT, rows, source, note);
    }

    private void block(String title, Align align, List<List<String>> rows, String source, @Nullable String note) {
        text.append('\n').append(title).append('\n');
        TextColumns columns = new TextColumns(align);
        rows.forEach(columns::row);
        columns.text().lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
        remark("source", source);
        remark("note", note);
    }

    /** A labelled paragraph, wrapped; nothing for no text. */
    private void remark(String label, @Nullable String remark) {
        if (remark == null) {
            return;
        }
        StringBuilder line = new StringBuilder(INDENT + label + ":");
        for (String word : remark.split(" ", -1)) {
            if (line.length() + 1 + word.length() > LINE_WIDTH) {
                text.append(line).append('\n');
                line.setLength(0);
                line.append(INDENT).append(INDENT).append(word);
            } else {
                line.append(' ').append(word);
            }
        }
        text.append(line).append('\n');
    }
}
