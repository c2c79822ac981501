package org.gatesmith.hls.emit.verilog.lib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The library's modules, one file each, named after the module. */
public final class VerilogLibrary {

    private static final List<String> MODULES = List.of(
            "gs_axi_bursts",
            "gs_axi_read_arbiter",
            "gs_axi_reader",
            "gs_axi_turn",
            "gs_axi_write_arbiter",
            "gs_axi_writer",
            "gs_control",
            "gs_div",
            "gs_fifo",
            "gs_mul",
            "gs_ram_1r1w",
            "gs_ram_2p",
            "gs_ram_lut",
            "gs_rom");

    private static final Pattern COMMENT = Pattern.compile("//.*");

    private VerilogLibrary() {}

    /** Names of all modules. */
    public static List<String> modules() {
        return MODULES;
    }

    /** Text of the file of a module. */
    public static String text(String module) {
        try (InputStream file = VerilogLibrary.class.getResourceAsStream(module + ".v")) {
            return new String(
                    Objects.requireNonNull(file, () -> "the library has no module " + module)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the library that Verilog texts need, by file name: the modules that they name, and what those need. */
    public static SortedMap<String, String> neededBy(Collection<String> texts) {
        SortedMap<String, String> files = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(texts);
        while (!open.isEmpty()) {
            String code = COMMENT.matcher(open.pop()).replaceAll("");
            for (String module : MODULES) {
                if (names(code, module) && !files.containsKey(module + ".v")) {
                    String text = text(module);
                    files.put(module + ".v", text);
                    open.push(text);
                }
            }
        }
        return files;
    }

    private static boolean names(String code, String module) {
        return Pattern.compile("\\b" + module + "\\b").matcher(code).find();
    }
}
