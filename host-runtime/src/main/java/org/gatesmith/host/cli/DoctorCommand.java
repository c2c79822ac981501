package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.doctor.Tool;
import org.gatesmith.host.doctor.ToolState;
import org.gatesmith.host.opencl.OpenClPlatforms;
import org.gatesmith.host.tornado.TornadoInstallation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatesmith doctor}. */
@Command(name = "doctor", description = "Tells what is installed, and what each missing program would enable.")
final class DoctorCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("JDK: " + System.getProperty("java.vendor") + " " + System.getProperty("java.version") + " in "
                + System.getProperty("java.home"));
        out.println("  enables: everything; run --on jvm");
        for (Tool tool : Tool.ALL) {
            print(ToolState.of(tool), out);
        }
        printOpenCl(out);
        printTornado(out);
    }

    private static void printOpenCl(PrintWriter out) {
        try {
            List<String> devices = OpenClPlatforms.devices(Map.of());
            if (!devices.isEmpty()) {
                out.println("OpenCL:");
                for (int i = 0; i < devices.size(); i++) {
                    out.println("  " + i + "  " + devices.get(i));
                }
                out.println("  enables: run --on opencl, with --device for a number or a part of a name");
                return;
            }
            out.println("OpenCL: no driver offers a device");
        } catch (MissingToolException | DeviceException e) {
            out.println("OpenCL: " + e.getMessage());
        }
        out.println("  would enable: run --on opencl: the emitted OpenCL C on any OpenCL device");
        out.println("  to get it: apt-get install pocl-opencl-icd ocl-icd-libopencl1, or ./gatesmith setup");
    }

    private static void printTornado(PrintWriter out) {
        try {
            TornadoInstallation found = TornadoInstallation.find();
            String doubt = found.isTried() ? "" : ", a release that was not tried";
            out.println("TornadoVM: " + found.home() + " (" + found.version() + doubt + ")");
            out.println(
                    "  enables: run --on tornado and --on tornado-fpga; build --emit tornado with OpenCL C for the board");
        } catch (MissingToolException e) {
            out.println("TornadoVM: missing");
            out.println(
                    "  would enable: run --on tornado and --on tornado-fpga; build --emit tornado with OpenCL C for the board");
            out.println("  to get it: " + e.getMessage());
        }
    }

    private static void print(ToolState state, PrintWriter out) {
        Tool tool = state.tool();
        if (state.path().isPresent()) {
            String version = state.version().isEmpty() ? "" : " (" + state.version() + ")";
            out.println(tool.name() + ": " + state.path().get() + version);
            out.println("  enables: " + tool.enables());
        } else {
            out.println(tool.name() + ": missing (" + String.join(" or ", tool.commands()) + ")");
            out.println("  would enable: " + tool.enables());
            out.println("  to get it: " + tool.install());
        }
    }
}
