package org.gatesmith.vendor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatesmith.board.Board;

/**
 * Writes what makes a kernel object of a Verilog kernel: its description, and a script for Vivado. (UG1393 2023.2, Packaging RTL
 * Kernels.)
 */
public final class RtlScripts {

    /** Description of the kernel. */
    public static final String DESCRIPTION = "kernel.xml";

    /** Script that packages the kernel. */
    public static final String PACKAGING = "package_kernel.tcl";

    private RtlScripts() {}

    /** One port, as the description names it. */
    public record PortRow(String name, String mode, String range, int dataBits) {}

    /** One argument, as the description lists it. */
    public record ArgumentRow(
            String name, int qualifier, int id, String port, String size, String offset, String type) {}

    public static List<ScriptFile> emit(RtlDesign design, Board board) {
        Map<String, Object> model = new HashMap<>();
        model.put("kernel", design.name());
        model.put("board", board.displayName());
        model.put("part", board.part().name());
        model.put("sources", design.sources());
        model.put("masters", design.ports().stream().map(RtlDesign.Port::name).toList());
        model.put("ports", design.ports().stream().map(RtlScripts::row).toList());
        model.put("arguments", arguments(design));
        return List.of(
                new ScriptFile(DESCRIPTION, Templates.render("kernel.xml.vm", model), ScriptFile.Mode.PLAIN),
                new ScriptFile(PACKAGING, Templates.render("package_kernel.tcl.vm", model), ScriptFile.Mode.PLAIN));
    }

    private static PortRow row(RtlDesign.Port port) {
        return new PortRow(port.name(), "master", "0xFFFFFFFFFFFFFFFF", port.dataBits());
    }

    private static List<ArgumentRow> arguments(RtlDesign design) {
        return design.arguments().stream()
                .map(argument -> new ArgumentRow(
                        argument.name(),
                        argument.array() ? 1 : 0,
                        design.arguments().indexOf(argument),
                        argument.port(),
                        hexadecimal(argument.bytes()),
                        hexadecimal(argument.offset()),
                        argument.type()))
                .toList();
    }

    private static String hexadecimal(int number) {
        return String.format(Locale.ROOT, "0x%X", number);
    }
}
