package org.gatesmith.vendor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.gatesmith.board.Release;
import org.jspecify.annotations.Nullable;

/**
 * How one release of the vendor's tools wants to be spoken to. Read from a file, so that a further release needs no
 * code.
 *
 * @param release the release
 * @param versionProbe command that prints the release of the installed tools
 * @param tcl how an HLS Tcl script is run and how it opens its project
 * @param unified commands that take {@code hls_config.cfg}; null for a release that has only Tcl
 * @param link how kernels are linked with a platform
 * @param packaging how the linked binary is packaged
 * @param buildTargets what a device binary can be built for, hardware first
 * @param source where this comes from
 * @param note doubts and remarks
 */
public record Dialect(
        Release release,
        List<String> versionProbe,
        Tcl tcl,
        @Nullable Unified unified,
        Link link,
        Packaging packaging,
        List<String> buildTargets,
        String source,
        @Nullable String note) {

    public Dialect {
        versionProbe = List.copyOf(versionProbe);
        buildTargets = List.copyOf(buildTargets);
    }

    /** What an HLS Tcl script opens before anything else. */
    public enum Container {
        /** {@code open_project} and {@code open_solution}. */
        @JsonProperty("project")
        PROJECT,
        /** {@code open_component} alone. */
        @JsonProperty("component")
        COMPONENT
    }

    /**
     * The Tcl flow.
     *
     * @param run command to which the name of the script is appended
     * @param container what the script opens
     */
    public record Tcl(List<String> run, Container container) {
        public Tcl {
            run = List.copyOf(run);
        }
    }

    /**
     * The flow by configuration file; to each command {@code --config} and {@code --work_dir} are appended.
     *
     * @param csim C simulation
     * @param csynth synthesis
     * @param cosim simulation of the RTL with the C++ test bench
     * @param export packaging of the RTL as a kernel object
     */
    public record Unified(List<String> csim, List<String> csynth, List<String> cosim, List<String> export) {
        public Unified {
            csim = List.copyOf(csim);
            csynth = List.copyOf(csynth);
            cosim = List.copyOf(cosim);
            export = List.copyOf(export);
        }
    }

    /**
     * Linking.
     *
     * @param run command to which target, platform and files are appended
     * @param clockKey key in the {@code [clock]} section that asks for a kernel frequency in Hz
     */
    public record Link(List<String> run, String clockKey) {
        public Link {
            run = List.copyOf(run);
        }
    }

    /**
     * Packaging.
     *
     * @param run command to which target, platform and files are appended
     */
    public record Packaging(List<String> run) {
        public Packaging {
            run = List.copyOf(run);
        }
    }
}
