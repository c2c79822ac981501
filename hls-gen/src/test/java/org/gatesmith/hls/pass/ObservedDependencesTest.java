package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.interp.Observer;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.interp.Watch;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;
import org.junit.jupiter.api.Test;

/** Accesses that meet while a lowered program runs were said to meet, and not later than they do. */
class ObservedDependencesTest {

    @Property(tries = 250, seed = "1")
    void noMeetingOfTwoAccessesComesUnforeseen(@ForAll long seed) throws DiagnosticException {
        Program program = Pipeline.rtl().run(PipelinedPrograms.program(seed));
        Recorder recorder = new Recorder(program);
        RandomPrograms.run(program, seed, recorder);
        assertThat(recorder.unforeseen).isEmpty();
    }

    /** The property says something: accesses of different iterations meet often, and each meeting is looked at. */
    @Test
    void meetingsAreCommon() throws DiagnosticException {
        long meetings = 0;
        for (long seed = 0; seed < 60; seed++) {
            Program program = Pipeline.rtl().run(PipelinedPrograms.program(seed));
            Recorder recorder = new Recorder(program);
            RandomPrograms.run(program, seed, recorder);
            meetings += recorder.meetings;
        }
        assertThat(meetings).isGreaterThan(50);
    }

    /** An access that took place. */
    private record Event(Access access, int place, long iteration) {}

    /** Where an access went. */
    private record Address(int memory, List<Object> indices) {}

    /** Follows the pipelined loops of a run. */
    private static final class Recorder implements Observer {
        private final Map<Value, Object> latest = new IdentityHashMap<>();
        private final Map<Op, Loop> loops = new IdentityHashMap<>();
        private final Map<Value, Loop> counters = new IdentityHashMap<>();
        private final Map<Op, Runnable> accesses = new IdentityHashMap<>();
        private final List<String> unforeseen = new ArrayList<>();
        private long meetings;

        Recorder(Program program) {
            MemoryAnalysis analysis = MemoryAnalysis.of(program);
            for (Function function : program.functions()) {
                for (Op.For loop : LoopNest.pipelined(function.body())) {
                    Loop watched = new Loop(analysis.dependences(function, loop));
                    loops.put(loop, watched);
                    counters.put(loop.counter(), watched);
                    for (int i = 0; i < loop.body().ops().size(); i++) {
                        int place = i;
                        Access.of(loop.body().ops().get(i))
                                .ifPresent(access -> accesses.put(
                                        access.inner(), () -> watched.add(access, place, indices(access))));
                    }
                }
            }
        }

        private List<Object> indices(Access access) {
            return access.indices().stream()
                    .map(index -> latest.getOrDefault(index, ""))
                    .toList();
        }

        private Watch remember(Value value) {
            return new Watch() {
                @Override
                public void see(long number) {
                    latest.put(value, number);
                }
            };
        }

        @Override
        public Optional<Watch> result(Function function, Op op, Value result) {
            return Optional.of(remember(result));
        }

        @Override
        public Optional<Watch> parameter(Function function, Value parameter) {
            Loop loop = counters.get(parameter);
            return Optional.of(new Watch() {
                @Override
                public void see(long number) {
                    latest.put(parameter, number);
                    if (loop != null) {
                        loop.iteration++;
                    }
                }
            });
        }

        @Override
        public Optional<Runnable> executed(Function function, Op op) {
            Loop ended = loops.get(op);
            return ended == null ? Optional.ofNullable(accesses.get(op)) : Optional.of(ended::clear);
        }

        /** One pipelined loop, from its start to its end. */
        private final class Loop {
            private final List<Dependence> dependences;
            private final Map<Address, List<Event>> events = new HashMap<>();
            private long iteration;

            Loop(List<Dependence> dependences) {
                this.dependences = dependences;
            }

            void clear() {
                events.clear();
                iteration = 0;
            }

            void add(Access access, int place, List<Object> indices) {
                Address address = new Address(System.identityHashCode(access.memory()), indices);
                List<Event> earlier = events.computeIfAbsent(address, _ -> new ArrayList<>());
                Event now = new Event(access, place, iteration);
                earlier.stream().filter(before -> conflict(before, now)).forEach(before -> check(before, now));
                earlier.add(now);
            }

            private static boolean conflict(Event before, Event now) {
                return before.place() != now.place()
                        && (before.access().isWrite() || now.access().isWrite());
            }

            private void check(Event before, Event now) {
                long distance = now.iteration() - before.iteration();
                meetings++;
                boolean foreseen = dependences.stream()
                        .anyMatch(d -> d.from() == before.access().op()
                                && d.to() == now.access().op()
                                && d.distance() <= distance);
                if (!foreseen) {
                    unforeseen.add(before.access() + " meets " + now.access() + " after " + distance);
                }
            }
        }
    }
}
