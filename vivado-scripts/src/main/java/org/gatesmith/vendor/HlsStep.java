package org.gatesmith.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps of HLS, each by the command of a dialect: from the configuration file if it can, else from the Tcl. */
enum HlsStep {
    CSIM {
        @Override
        List<String> unified(Dialect.Unified commands) {
            return commands.csim();
        }
    },
    CSYNTH {
        @Override
        List<String> unified(Dialect.Unified commands) {
            return commands.csynth();
        }
    },
    COSIM {
        @Override
        List<String> unified(Dialect.Unified commands) {
            return commands.cosim();
        }
    },
    EXPORT {
        @Override
        List<String> unified(Dialect.Unified commands) {
            return commands.export();
        }
    };

    abstract List<String> unified(Dialect.Unified commands);

    /** Name of the step in templates and in {@code GATESMITH_STEPS}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name and fixed arguments of the tool that does the step. */
    List<String> tool(Dialect dialect) {
        Dialect.Unified commands = dialect.unified();
        return commands == null ? dialect.tcl().run() : unified(commands);
    }

    /** The whole command. */
    List<String> command(Dialect dialect) {
        List<String> command = new ArrayList<>(tool(dialect));
        if (dialect.unified() == null) {
            command.addAll(0, List.of("env", "GATESMITH_STEPS=" + key()));
            command.add(HlsScripts.TCL);
        } else {
            command.addAll(List.of("--config", HlsScripts.CONFIG, "--work_dir", "hls"));
        }
        return command;
    }
}
