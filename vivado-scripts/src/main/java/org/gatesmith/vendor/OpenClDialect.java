package org.gatesmith.vendor;

import java.util.List;
import org.gatesmith.board.Release;
import org.jspecify.annotations.Nullable;

/**
 * How a range of releases of the vendor's tools is told to build OpenCL C kernels.
 *
 * @param suite name of the product, {@code SDAccel} or {@code Vitis}
 * @param first first release that is spoken to so
 * @param last last one
 * @param versionProbe command that prints the release of the installed tools
 * @param compile command that makes a kernel object of a source
 * @param link command that links kernel objects with a platform
 * @param clockKey key of the link configuration that asks for a frequency; null for tools whose link takes options instead of a
 *     configuration
 * @param packaging command that packages the linked binary; null if linking is the last step
 * @param buildTargets what a device binary can be built for, hardware first
 * @param source where this comes from
 * @param note doubts and remarks
 */
record OpenClDialect(
        String suite,
        Release first,
        Release last,
        List<String> versionProbe,
        List<String> compile,
        List<String> link,
        @Nullable String clockKey,
        @Nullable List<String> packaging,
        List<String> buildTargets,
        String source,
        @Nullable String note) {

    OpenClDialect {
        versionProbe = List.copyOf(versionProbe);
        compile = List.copyOf(compile);
        link = List.copyOf(link);
        packaging = packaging == null ? null : List.copyOf(packaging);
        buildTargets = List.copyOf(buildTargets);
    }

    boolean includes(Release release) {
        return release.compareTo(first) >= 0 && release.compareTo(last) <= 0;
    }

    /** Whether the link reads a configuration file. */
    boolean isConfigured() {
        return clockKey != null;
    }
}
