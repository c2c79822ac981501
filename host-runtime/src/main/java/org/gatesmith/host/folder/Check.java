package org.gatesmith.host.folder;

import java.util.List;

/**
 * One thing that was checked about a stored run.
 *
 * @param name in a word or two
 * @param outcome what came of it
 * @param summary in one line
 * @param differences every single thing that is not as it should be
 */
public record Check(String name, Outcome outcome, String summary, List<String> differences) {

    /** What can come of a check. */
    public enum Outcome {
        /** As it should be. */
        RIGHT("ok"),
        /** Not as it should be. */
        WRONG("WRONG"),
        /** Could not be checked here; the summary says why. */
        SKIPPED("skipped");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** As the report has it. */
        public String word() {
            return word;
        }
    }

    public Check {
        differences = List.copyOf(differences);
    }

    /** A check that is right if there are no differences. */
    static Check of(String name, String summary, List<String> differences) {
        return new Check(name, differences.isEmpty() ? Outcome.RIGHT : Outcome.WRONG, summary, differences);
    }

    static Check skipped(String name, String why) {
        return new Check(name, Outcome.SKIPPED, why, List.of());
    }
}
