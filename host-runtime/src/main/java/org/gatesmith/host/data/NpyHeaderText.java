package org.gatesmith.host.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of the dictionary in an {@code .npy} header, such as
 * {@code {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }}. NumPy writes exactly these three keys.
 *
 * @param descr element type
 * @param fortranOrder whether the first index runs fastest
 * @param shape extents
 */
record NpyHeaderText(String descr, boolean fortranOrder, List<Long> shape) {
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern STRUCTURED = Pattern.compile("['\"]descr['\"]\\s*:\\s*\\[");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d\\sL,]*)\\)");

    /** Python 2 wrote long integers as {@code 3L}. */
    private static final Pattern EXTENT = Pattern.compile("(\\d+)L?");

    static NpyHeaderText parse(Path file, String text) throws DataException {
        if (STRUCTURED.matcher(text).find()) {
            throw new DataException(
                    DataFault.ELEMENT_TYPE,
                    file,
                    "holds records (a structured dtype); save one field of it, as in np.save(file, a['name'])");
        }
        return new NpyHeaderText(
                entry(file, text, DESCR, "descr"),
                entry(file, text, FORTRAN, "fortran_order").equals("True"),
                extents(file, entry(file, text, SHAPE, "shape")));
    }

    private static String entry(Path file, String text, Pattern pattern, String key) throws DataException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw damaged(file, "no valid entry '" + key + "' in " + text.strip());
        }
        return found.group(1);
    }

    private static List<Long> extents(Path file, String tuple) throws DataException {
        List<Long> shape = new ArrayList<>();
        try {
            for (Matcher extent = EXTENT.matcher(tuple); extent.find(); ) {
                shape.add(Long.parseLong(extent.group(1)));
            }
            // Eight bytes is the widest element: the size of the file must be a long, too.
            Math.multiplyExact(Extents.count(shape), 8L);
        } catch (ArithmeticException | NumberFormatException e) {
            throw damaged(file, "the shape (" + tuple + ") is larger than any file");
        }
        return shape;
    }

    private static DataException damaged(Path file, String problem) {
        return new DataException(DataFault.NPY_HEADER, file, "has a damaged .npy header: " + problem);
    }
}
