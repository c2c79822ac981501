package org.gatesmith.library;

import java.util.List;
import java.util.Optional;
import org.gatesmith.library.attention.ReluLinearAttentionInt8;
import org.gatesmith.library.attention.ReluLinearAttentionInt8Reference;
import org.gatesmith.library.linalg.GemmFloat32;
import org.gatesmith.library.linalg.GemmFloat32Reference;
import org.gatesmith.library.linalg.GemmInt8;
import org.gatesmith.library.linalg.GemmInt8Reference;
import org.gatesmith.library.linalg.VectorAdd;
import org.gatesmith.library.linalg.VectorAddReference;
import org.gatesmith.library.posit.PositDot;
import org.gatesmith.library.posit.PositDotReference;
import org.gatesmith.library.stencil.Jacobi2d;
import org.gatesmith.library.stencil.Jacobi2dReference;
import org.gatesmith.library.vision.ImageFilter;
import org.gatesmith.library.vision.ImageFilterReference;

/** Index of the kernels that come with Gatesmith. */
public final class KernelLibrary {
    private static final List<KernelEntry> ALL = List.of(
            KernelEntry.of(
                    GemmFloat32.class,
                    GemmFloat32Reference.class,
                    "Float matrix multiplication, C += A·B, summed in ascending k."),
            KernelEntry.of(
                    GemmInt8.class,
                    GemmInt8Reference.class,
                    "Int8 matrix multiplication with int32 accumulation, C += A·B."),
            KernelEntry.of(
                    ImageFilter.class,
                    ImageFilterReference.class,
                    "3×3 filters on an 8-bit grey image: binomial blur, Sobel magnitude."),
            KernelEntry.of(
                    Jacobi2d.class,
                    Jacobi2dReference.class,
                    "One sweep of the five-point Jacobi stencil on a float grid with a border."),
            KernelEntry.of(
                    PositDot.class,
                    PositDotReference.class,
                    "Posit dot products with aligned accumulation and one rounding (PDPU)."),
            KernelEntry.of(
                    ReluLinearAttentionInt8.class,
                    ReluLinearAttentionInt8Reference.class,
                    "EfficientViT's ReLU linear attention on int8 tensors."),
            KernelEntry.of(VectorAdd.class, VectorAddReference.class, "Sum of two float vectors."));

    private KernelLibrary() {}

    /** All kernels, ordered by name. */
    public static List<KernelEntry> all() {
        return ALL;
    }

    /** The kernel of that name, as in {@link KernelEntry#name()}. */
    public static Optional<KernelEntry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
