package org.gatesmith.host.cli;

import java.util.Locale;
import org.gatesmith.host.UsageException;

/** Numbers of bytes as users write them: {@code 1048576}, {@code 1024K}, {@code 1M}, {@code 1G}; units are powers of 1024. */
final class ByteCount {

    private ByteCount() {}

    static long parse(String option, String text) throws UsageException {
        String digits = text.strip().toUpperCase(Locale.ROOT).replaceFirst("I?B$", "");
        int shift = digits.isEmpty()
                ? 0
                : switch (digits.charAt(digits.length() - 1)) {
                    case 'K' -> 10;
                    case 'M' -> 20;
                    case 'G' -> 30;
                    default -> 0;
                };
        try {
            long number = Long.parseLong(shift == 0 ? digits : digits.substring(0, digits.length() - 1));
            if (number > 0 && number <= Long.MAX_VALUE >> shift) {
                return number << shift;
            }
        } catch (NumberFormatException _) {
            // reported below
        }
        throw new UsageException(option + " " + text + ": takes a number of bytes such as 1048576, 512M or 2G");
    }
}
