package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gatesmith.host.folder.SmallRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatesmith diff}: one page of what changed. */
final class DiffCommandTest {

    @TempDir
    private Path place;

    private Path before;

    @BeforeEach
    void setUp() throws Exception {
        before = new SmallRun(place.resolve("data")).complete(place.resolve("before"));
    }

    @Test
    void runsOfTheSameAreIdenticalWhateverWasMeasured() throws Exception {
        Path again = new SmallRun(place.resolve("data")).complete(place.resolve("again"));
        Path measurements = again.resolve("measurements.json");
        Files.writeString(
                measurements, Files.readString(measurements).replace("\"seconds\" : 1.5", "\"seconds\" : 1.2"));

        CommandRun run = CommandRun.of("diff", before, again).exits(0);
        assertThat(page(run)).isEqualTo("""
                A: before (twice on csim, equal)
                B: again (twice on csim, equal)

                figures
                                A        B  B / A
                  device  1.00 ms  1.00 ms   1.00  within noise: samples 900.0 µs–1.20 ms and 900.0 µs–1.20 ms
                  load    1.00 ms  1.00 ms   1.00  within noise: samples 800.0 µs–1.00 ms and 800.0 µs–1.00 ms
                  wall     1.50 s   1.20 s   0.80  faster; one sample, noise unknown

                identical but for what was measured
                """);
    }

    @Test
    void everythingThatChangedIsOnOnePage() throws Exception {
        Path after = new SmallRun(place.resolve("data")).tuned().complete(place.resolve("after"));

        CommandRun run = CommandRun.of("diff", before, after).exits(1);
        assertThat(page(run)).isEqualTo("""
                A: before (twice on csim, equal)
                B: after (twice on jvm, different)

                results
                  verdict: equal → different
                  c: mismatches: 0 → 1
                  c: largest error in ulp: 0.0 → 1.0
                  c: largest relative error: 0.0 → 0.1
                  c: largest absolute error: 0.0 → 1.0
                  c: 1 of 6 elements differ, first [1][1]: 10 (0x0000000a) → 11 (0x0000000b)

                figures
                                       A        B  B / A
                  device         1.00 ms  2.00 ms   2.00  slower: samples 900.0 µs–1.20 ms and 1.90 ms–2.20 ms
                  load           1.00 ms  1.10 ms   1.10  within noise: samples 800.0 µs–1.00 ms and 900.0 µs–1.30 ms
                  wall            1.50 s   3.00 s   2.00  slower; one sample, noise unknown
                  bytesToDevice       24       48   2.00  more
                  machine: cores: 2 → 4

                kernel source
                  sources/org/example/Lane.java only in B
                  --- A/sources/org/example/Twice.java
                  +++ B/sources/org/example/Twice.java
                  @@ -1,2 +1,2 @@
                   package org.example;
                  -class Twice {}
                  +class Twice { int lanes; }

                schedule
                  schedule.json only in A

                setup
                  device: csim → jvm
                  tunable LANES: 4 → 8
                  option verify: all → sample:5%

                tools
                  g++: g++ 14.2.0 → g++ 15.1.0

                inputs
                  b: int[2][3] generated from seed 7 → int[2][3] generated from seed 8

                emitted
                  --- A/emitted/twice.cpp
                  +++ B/emitted/twice.cpp
                  @@ -1,1 +1,40 @@
                   void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  +void twice() {}
                  … 19 more lines; --full shows them

                different
                """);
    }

    @Test
    void fullShowsEveryLine() throws Exception {
        Path after = new SmallRun(place.resolve("data")).tuned().complete(place.resolve("after"));

        CommandRun.of("diff", before, after).exits(1).prints("  … 19 more lines; --full shows them");
        assertThat(CommandRun.of("diff", "--full", before, after).exits(1).out().lines())
                .noneMatch(line -> line.contains("more lines"))
                .filteredOn("  +void twice() {}"::equals)
                .hasSize(39);
    }

    @Test
    void aRunThatIsNotCompleteIsComparedAsFarAsItWent() throws Exception {
        Path interrupted = new SmallRun(place.resolve("data")).interrupted(place.resolve("interrupted"));

        CommandRun.of("diff", before, interrupted)
                .exits(1)
                .prints("  verdict: equal → incomplete", "  groups finished: 2 of 2 → 1 of 2");
    }

    @Test
    void whatIsNoRunIsAnError() throws Exception {
        CommandRun.of("diff", before, place).exits(2).complains("error[GS1101]");
        Path after = new SmallRun(place.resolve("data")).tuned().complete(place.resolve("after"));
        Files.delete(after.resolve("emitted/twice.cpp"));
        CommandRun.of("diff", before, after)
                .exits(2)
                .complains("error[GS1102]", "twice.cpp: is missing; 'gatesmith verify");
    }

    /** What was printed, without the folder of the test. */
    private String page(CommandRun run) {
        return run.out().replace(place + "/", "").replace(System.lineSeparator(), "\n");
    }
}
