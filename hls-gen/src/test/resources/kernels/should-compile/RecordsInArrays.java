import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Arrays of records, of nested records, as parameters of helpers; elements copied and updated. */
public final class RecordsInArrays {
    record Pixel(byte red, short green, float blue) {}

    record Cell(Pixel pixel, long weight, boolean used) {}

    private static void swap(Cell[] cells, int i, int j) {
        Cell t = cells[i];
        cells[i] = cells[j];
        cells[j] = t;
    }

    private static long total(Cell[] cells) {
        long total = 0;
        for (Cell c : cells) {
            if (c.used()) total += c.weight() * c.pixel().green();
        }
        return total;
    }

    @Kernel("records_in_arrays")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "3"}) long[] out, @Out @Shape("n") float[] blue, int n) {
        for (int k = 0; k < n; k++) {
            Cell[] cells = new Cell[4];
            for (int i = 0; i < 4; i++) {
                Pixel p = new Pixel((byte) (a[k] >> i), (short) a[k], a[k] * 0.5f);
                cells[i] = new Cell(p, a[k] - i, (a[k] >> i & 1) == 1);
            }
            swap(cells, 0, 3);
            swap(cells, a[k] & 3, 1);
            out[3 * k] = total(cells);
            out[3 * k + 1] = cells[1].pixel().red();
            blue[k] = cells[2].pixel().blue();
            Pixel[][] grid = {{cells[0].pixel(), cells[1].pixel()}, {cells[2].pixel(), cells[3].pixel()}};
            grid[1][0] = new Pixel((byte) 1, (short) 2, 3);
            Pixel[] row = grid[a[k] & 1];
            out[3 * k + 2] = row[0].green() * 10 + row[1].red();
        }
    }
}
