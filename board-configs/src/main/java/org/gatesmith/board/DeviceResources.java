package org.gatesmith.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programmable elements of the device.
 *
 * @param device the whole chip
 * @param slrs its super logic regions, from the bottom; one for a monolithic chip
 * @param source where the figures come from
 * @param note doubts and remarks
 */
public record DeviceResources(
        ResourceCount device,
        List<Slr> slrs,
        String source,
        @Nullable String note) {

    public DeviceResources {
        slrs = List.copyOf(slrs);
    }

    /** What the platform leaves to kernels, over all regions. */
    public ResourceCount kernelRegion() {
        return slrs.stream().map(Slr::kernelRegion).reduce(ResourceCount.NONE, ResourceCount::plus);
    }
}
