package org.gatesmith.board;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Banks as a board file writes them: one name, or a range such as {@code HBM[0:31]}, which stands for 32 banks.
 *
 * @param name name or range
 * @param slr the super logic region of all of them, null if not known
 */
public record BankGroup(String name, @Nullable String slr) {
    private static final Pattern RANGE = Pattern.compile("(\\w+)\\[(\\d+):(\\d+)]");

    /** The banks one by one; none if the range runs backwards. */
    public List<Bank> banks() {
        Matcher range = RANGE.matcher(name);
        if (!range.matches()) {
            return List.of(new Bank(name, slr));
        }
        return IntStream.rangeClosed(Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)))
                .mapToObj(i -> new Bank(range.group(1) + "[" + i + "]", slr))
                .toList();
    }
}
