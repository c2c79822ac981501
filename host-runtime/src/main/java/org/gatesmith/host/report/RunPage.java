package org.gatesmith.host.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the page of one run shows. A part without content has no section on the page.
 *
 * @param heading what ran, where, on which problem
 * @param verdict whether the results are right, and the run whole
 * @param facts figures of the summary, most important first
 * @param timeline when each stage worked on each tile
 * @param transfers bytes moved for each operand
 * @param roofline what the board can do and what this kernel did
 * @param loops loops of the kernel with their schedule
 * @param hardware what simulated hardware did
 * @param schedule operations over cycles, by loop
 * @param memory ports and the banks behind them
 * @param widths values of the kernel with declared and needed widths
 * @param outputs what the comparison of each output found
 * @param pictures images that went in or came out, in the order in which they are shown
 * @param provenance what someone needs to make the same run again
 */
public record RunPage(
        Heading heading,
        Verdict verdict,
        List<Fact> facts,
        Optional<Timeline> timeline,
        Optional<Transfers> transfers,
        Optional<Roofline> roofline,
        Optional<LoopTable> loops,
        Optional<Hardware> hardware,
        List<LoopSchedule> schedule,
        Optional<MemoryMap> memory,
        List<WidthRow> widths,
        List<OutputCheck> outputs,
        List<Picture> pictures,
        List<Provenance> provenance) {

    public RunPage {
        facts = List.copyOf(facts);
        schedule = List.copyOf(schedule);
        widths = List.copyOf(widths);
        outputs = List.copyOf(outputs);
        pictures = List.copyOf(pictures);
        provenance = List.copyOf(provenance);
    }

    /** A page to which parts are added, as far as the run has them. */
    public static Builder of(Heading heading, Verdict verdict) {
        return new Builder(heading, verdict);
    }

    /** Gathers the parts of a page. Each part may be given once or not at all, in any order. */
    public static final class Builder {
        private final Heading heading;
        private final Verdict verdict;
        private List<Fact> facts = List.of();
        private Optional<Timeline> timeline = Optional.empty();
        private Optional<Transfers> transfers = Optional.empty();
        private Optional<Roofline> roofline = Optional.empty();
        private Optional<LoopTable> loops = Optional.empty();
        private Optional<Hardware> hardware = Optional.empty();
        private List<LoopSchedule> schedule = List.of();
        private Optional<MemoryMap> memory = Optional.empty();
        private List<WidthRow> widths = List.of();
        private List<OutputCheck> outputs = List.of();
        private List<Picture> pictures = List.of();
        private List<Provenance> provenance = List.of();

        private Builder(Heading heading, Verdict verdict) {
            this.heading = Objects.requireNonNull(heading);
            this.verdict = Objects.requireNonNull(verdict);
        }

        public Builder facts(List<Fact> given) {
            facts = given;
            return this;
        }

        public Builder timeline(Timeline given) {
            timeline = Optional.of(given);
            return this;
        }

        public Builder transfers(Transfers given) {
            transfers = Optional.of(given);
            return this;
        }

        public Builder roofline(Roofline given) {
            roofline = Optional.of(given);
            return this;
        }

        public Builder loops(LoopTable given) {
            loops = Optional.of(given);
            return this;
        }

        public Builder hardware(Hardware given) {
            hardware = Optional.of(given);
            return this;
        }

        public Builder schedule(List<LoopSchedule> given) {
            schedule = given;
            return this;
        }

        public Builder memory(MemoryMap given) {
            memory = Optional.of(given);
            return this;
        }

        public Builder widths(List<WidthRow> given) {
            widths = given;
            return this;
        }

        public Builder outputs(List<OutputCheck> given) {
            outputs = given;
            return this;
        }

        public Builder pictures(List<Picture> given) {
            pictures = given;
            return this;
        }

        public Builder provenance(List<Provenance> given) {
            provenance = given;
            return this;
        }

        public RunPage build() {
            return new RunPage(
                    heading,
                    verdict,
                    facts,
                    timeline,
                    transfers,
                    roofline,
                    loops,
                    hardware,
                    schedule,
                    memory,
                    widths,
                    outputs,
                    pictures,
                    provenance);
        }
    }
}
