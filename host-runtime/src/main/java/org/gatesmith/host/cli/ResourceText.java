package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.board.Figures;
import org.gatesmith.board.ResourceCount;
import org.gatesmith.hls.design.Resources;

/** What a kernel takes of a device and what the device has, for people and for programs. Block RAM counts in units of 18 Kb. */
final class ResourceText {

    private ResourceText() {}

    /** What a device, or a part of it, has. */
    static Resources of(ResourceCount count) {
        return new Resources(count.lut(), count.ff(), count.dsp(), 2L * count.bram36(), count.uram());
    }

    /** The first row of a table of resources. */
    static List<String> heading(String title) {
        return List.of(title, "LUT", "FF", "DSP", "BRAM18", "URAM");
    }

    /** A row of counts behind other cells. */
    static List<String> cells(List<String> first, Resources resources) {
        List<String> cells = new ArrayList<>(first);
        cells.addAll(List.of(
                Figures.grouped(resources.lut()),
                Figures.grouped(resources.ff()),
                Figures.grouped(resources.dsp()),
                Figures.grouped(resources.bram18()),
                Figures.grouped(resources.uram())));
        return cells;
    }

    /** A row of per cents. */
    static List<String> shares(String title, Resources used, Resources room) {
        return List.of(
                title,
                percent(used.lut(), room.lut()),
                percent(used.ff(), room.ff()),
                percent(used.dsp(), room.dsp()),
                percent(used.bram18(), room.bram18()),
                percent(used.uram(), room.uram()));
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    /** What an estimate has more or less than another one, for example {@code LUT 3 308 to 4 120, DSP 4 to 12}. */
    static String change(Resources before, Resources then) {
        List<String> names = heading("");
        List<String> old = cells(List.of(""), before);
        List<String> now = cells(List.of(""), then);
        String changes = IntStream.range(1, names.size())
                .filter(i -> !old.get(i).equals(now.get(i)))
                .mapToObj(i -> names.get(i) + " " + old.get(i) + " to " + now.get(i))
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? "the area stays" : changes;
    }

    static Map<String, Object> json(Resources resources) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("lut", resources.lut());
        node.put("ff", resources.ff());
        node.put("dsp", resources.dsp());
        node.put("bram18", resources.bram18());
        node.put("uram", resources.uram());
        return node;
    }
}
