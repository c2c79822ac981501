package org.gatesmith.host.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.hls.rtl.ArgumentRegister;
import org.gatesmith.hls.rtl.AxiBundle;
import org.gatesmith.hls.rtl.RtlKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.vendor.RtlDesign;
import org.gatesmith.vendor.RtlScripts;
import org.gatesmith.vendor.ScriptFile;

/** Writes a kernel's Verilog, and what makes a Vitis kernel object of it. */
public final class VerilogBuild {

    private static final String SOURCES = "src/";

    private VerilogBuild() {}

    /**
     * Writes the Verilog files, {@code kernel.xml} and the packaging script.
     *
     * @throws UsageException the folder cannot be written
     */
    public static BuildReport write(VerilogKernel kernel, Board board, Path folder) throws UsageException {
        RtlKernel rtl = kernel.rtl();
        List<ScriptFile> scripts = RtlScripts.emit(design(rtl, kernel.design().signature()), board);
        List<String> written = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : rtl.files().entrySet()) {
                String name = SOURCES + file.getKey();
                KernelBuild.write(folder.resolve(name), file.getValue().getBytes(StandardCharsets.UTF_8));
                written.add(name);
            }
            ScriptFile.writeAll(scripts, folder);
        } catch (IOException e) {
            throw KernelBuild.unwritable(folder, e);
        }
        scripts.forEach(script -> written.add(script.name()));
        String note = "vivado -mode batch -source " + RtlScripts.PACKAGING + " makes " + rtl.top()
                + ".xo, which v++ --link takes";
        return new BuildReport(folder, written, List.of(note));
    }

    private static RtlDesign design(RtlKernel rtl, KernelSignature signature) {
        List<RtlDesign.Port> ports = rtl.bundles().stream()
                .map(bundle -> new RtlDesign.Port(port(bundle), bundle.dataBits()))
                .toList();
        List<RtlDesign.Argument> arguments = new ArrayList<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            arguments.add(
                    argument(rtl, signature.parameters().get(i), rtl.registers().get(i)));
        }
        return new RtlDesign(
                rtl.top(), rtl.files().keySet().stream().map(SOURCES::concat).toList(), ports, arguments);
    }

    private static String port(AxiBundle bundle) {
        return "m_axi_" + bundle.name();
    }

    private static RtlDesign.Argument argument(RtlKernel rtl, Parameter parameter, ArgumentRegister register) {
        boolean array = parameter instanceof Parameter.Array;
        // An array that nothing reaches has a register all the same, and no port.
        String port = rtl.bundles().stream()
                .filter(bundle -> bundle.arguments().contains(parameter.name()))
                .findFirst()
                .map(VerilogBuild::port)
                .orElse("s_axi_control");
        String type = switch (parameter.type()) {
            case BOOLEAN, BYTE -> "char";
            case SHORT -> "short";
            case CHAR -> "unsigned short";
            case INT -> "int";
            case LONG -> "long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
        };
        return new RtlDesign.Argument(
                parameter.name(), array ? type + "*" : type, port, register.offset(), register.bytes(), array);
    }
}
