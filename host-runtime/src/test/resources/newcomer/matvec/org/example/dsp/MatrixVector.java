package org.example.dsp;

import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.LongFifo;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.ShortFifo;
import org.gatesmith.api.Tunable;
import org.gatesmith.library.posit.DecodedPosit;
import org.gatesmith.library.posit.Posit;

/** y = saturate(A · x): 16-bit integers times 8-bit posits, in units of 2^-12. */
public final class MatrixVector {
    /** Columns of the matrix. */
    @Tunable({8, 24, 96})
    static final int COLS = 24;

    private MatrixVector() {}

    @Kernel("matrix_vector")
    @Dataflow
    public static void multiply(
            @In @Shape({"rows", "COLS"}) short[] a,
            @In @Shape("COLS") byte[] x,
            @Out @Shape("rows") int[] y,
            @Range(min = 0, max = 1 << 16) int rows) {
        int[] vector = new int[COLS];
        @Depth(8)
        ShortFifo elements = new ShortFifo();
        LongFifo sums = new LongFifo();
        decode(x, vector);
        read(a, elements, rows);
        dot(elements, vector, sums, rows);
        write(sums, y, rows);
    }

    private static void decode(byte[] x, int[] vector) {
        for (int j = 0; j < COLS; j++) {
            DecodedPosit posit = Posit.decode(x[j], 8, 0);
            int magnitude = posit.significand() << (posit.exponent() - Posit.fractionBits(8, 0) + 12);
            vector[j] = posit.negative() ? -magnitude : magnitude;
        }
    }

    private static void read(short[] a, ShortFifo elements, int rows) {
        for (@Pipeline(ii = 1) int i = 0; i < rows * COLS; i++) {
            elements.write(a[i]);
        }
    }

    private static void dot(ShortFifo elements, int[] vector, LongFifo sums, int rows) {
        for (int i = 0; i < rows; i++) {
            long sum = 0;
            for (@Pipeline(ii = 1) int j = 0; j < COLS; j++) {
                sum += (long) elements.read() * vector[j];
            }
            sums.write(sum);
        }
    }

    private static void write(LongFifo sums, int[] y, int rows) {
        for (int i = 0; i < rows; i++) {
            y[i] = Saturation.toInt(sums.read());
        }
    }
}
