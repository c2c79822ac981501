package org.gatesmith.host.report;

import java.util.List;

/**
 * The answer to the question that a reader opens the page with.
 *
 * @param outcome the answer in a word
 * @param sentence the answer in a sentence, such as {@code 16 777 216 elements equal to the JVM, bit for bit}
 * @param remarks what else must be known before the results are used, most important first: the first cause of a
 *     failure, what is missing, what was sampled only
 */
public record Verdict(Outcome outcome, String sentence, List<String> remarks) {

    /** How a run can end. */
    public enum Outcome {
        /** Whole, compared, and as expected. */
        PASSED,
        /** Compared, and not as expected. */
        FAILED,
        /** Ended before all tiles were done: a fault, or the user's wish. */
        INCOMPLETE,
        /** Whole, but not compared with anything. */
        UNCHECKED
    }

    public Verdict {
        remarks = List.copyOf(remarks);
    }
}
