package org.gatesmith.hls.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.frontend.FrontendResult;
import org.gatesmith.hls.frontend.KernelFiles;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchedulerTest {

    private static final String SUM = """
            function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                %0: i32 = const 0
                %acc: i32 = for kernel.i (%i: i32 = %0; %i < %n; %i += 1) carry (%acc.1: i32 = %0) [pipeline 1] {
                    %1: i32 = load %in[%i]
                    %acc.2: i32 = add %acc.1, %1
                    yield %acc.2
                }
                store %out[%0] = %acc
            }
            """;

    @Test
    void anIntegerSumStartsAnIterationInEveryCycle() {
        Unit.PipelinedLoop loop = Schedules.pipeline(Schedules.schedule(SUM).design());
        assertThat(loop.interval()).isEqualTo(1);
        assertThat(loop.bounds().limits()).isEmpty();
    }

    /** LUTs of the loop of {@link #SUM} with another operation on what is loaded. */
    private static long luts(String operation) {
        ScheduledKernel scheduled = Schedules.schedule(
                SUM.replace("%acc.2: i32 = add %acc.1, %1", operation + "\n        %acc.2: i32 = add %acc.1, %z"));
        return scheduled.area(Schedules.pipeline(scheduled.design())).lut();
    }

    @Test
    void joiningBitsThatDoNotOverlapTakesNoLuts() {
        String parts = """
                %c: i32 = const 8
                %m: i32 = const 255
                %b: u8 = and %1, %m
                %w: u16 = cast %b
                %h: u16 = shl %w, %c
                """;
        long joined = luts(parts + "%l: u16 = cast %b\n %o: u16 = or %h, %l\n %z: i32 = cast %o");
        long whole = luts("%o: u16 = cast %1\n %z: i32 = cast %o");
        assertThat(joined).isEqualTo(whole);
    }

    /** The sum has a LUT for each bit anyway, with inputs to spare. */
    @Test
    void aGateInFrontOfASumTakesNoLuts() {
        long sum = luts("%z: i32 = add %1, %n");
        long gate = luts("%y: i32 = xor %1, %n\n %z: i32 = add %1, %y");
        // A step more has a valid bit and its gate.
        assertThat(gate).isBetween(sum, sum + 1);
    }

    @Test
    void bitsThatNothingReadsTakeNoRegisters() {
        String product = "%p: i32 = mul %1, %n\n";
        String low = "%v: u8 = cast %w\n %y: i32 = cast %v\n %z: i32 = add %p, %y";
        long square = registers(product + "%w: i32 = xor %1, %n\n" + low);
        long narrow = registers(product + "%x: u8 = cast %1\n %k: u8 = cast %n\n %w: u8 = xor %x, %k\n" + low);
        // The gate may stand a cycle later, and its bits then wait twice.
        assertThat(square).isLessThanOrEqualTo(narrow + 8);
    }

    @Test
    void equalityWithAConstantTakesFewLuts() {
        String select = "%z: i32 = select %e, %1, %acc.1";
        long constant = luts("%c: i32 = const 12345\n %e: u1 = eq %1, %c\n" + select);
        long other = luts("%e: u1 = eq %1, %n\n" + select);
        assertThat(constant).isLessThan(other);
    }

    @Test
    void viewsOfAValueWaitInItsRegisters() {
        String product = "%p: i32 = mul %1, %n\n";
        String view = "%v: i16 = cast %1\n %y: i32 = cast %v\n";
        long one = registers(product + "%z: i32 = add %p, %1");
        long both = registers(view + product + "%s: i32 = add %p, %1\n %z: i32 = add %s, %y");
        assertThat(both).isEqualTo(one);
    }

    private static long registers(String operation) {
        ScheduledKernel scheduled = Schedules.schedule(
                SUM.replace("%acc.2: i32 = add %acc.1, %1", operation + "\n        %acc.2: i32 = add %acc.1, %z"));
        return scheduled.area(Schedules.pipeline(scheduled.design())).ff();
    }

    /** The upper bits of both sums are those of the counter. */
    @Test
    void countsThatGoUpByAPowerOfTwoNeedNoSums() {
        String sum = "%c: i32 = const 5\n %s: i32 = add %i, %c\n %z: i32 = add %1, %s";
        String steps = SUM.replace("add %acc.1, %1", "add %acc.1, %z").replace("%acc.2: i32", sum + "\n %acc.2: i32");
        ScheduledKernel ones = Schedules.schedule(steps);
        ScheduledKernel eights = Schedules.schedule(steps.replace("%i += 1", "%i += 8"));

        assertThat(eights.area(Schedules.pipeline(eights.design())).lut())
                .isLessThan(ones.area(Schedules.pipeline(ones.design())).lut());
    }

    /** Its register is set to the number; any other first value is chosen, which takes a LUT for each bit. */
    @Test
    void aSumThatBeginsWithANumberTakesNoChoice() {
        ScheduledKernel variable =
                Schedules.schedule(SUM.replace("carry (%acc.1: i32 = %0)", "carry (%acc.1: i32 = %n)"));
        long chosen = variable.area(Schedules.pipeline(variable.design())).lut();
        assertThat(chosen).isEqualTo(luts("%z: i32 = cast %1") + 32);
    }

    @Test
    void aPipelineAllowsForTheLatencyOfTheBoardsMemory() {
        Unit.PipelinedLoop loop = Schedules.pipeline(Schedules.schedule(SUM).design());
        Placement load = placement(loop, Op.Load.class);
        // 1.3 times the 106.7 ns of the board file are 42 cycles at 300 MHz; the reader takes 23 more.
        assertThat(load.latency()).isEqualTo(65);
        assertThat(loop.depth()).isGreaterThan(65);
    }

    /** The reader of a port holds 256; more of them would keep a loop waiting for ever. */
    @Test
    void aPipelineHasNoMoreReadsOnTheirWayThanTheReaderHolds() {
        DesignClock unheardOf = new DesignClock(10_000, 0.1);

        assertThat(Scheduler.readLatency(Schedules.board("u280").defaultMemory().readNanoseconds(), unheardOf))
                .isLessThan(256);
    }

    @Test
    void aFasterClockTakesMoreCyclesOfTheBoardsMemory() {
        Unit.PipelinedLoop slow =
                Schedules.pipeline(Schedules.schedule(SUM, 100).design());
        Unit.PipelinedLoop fast =
                Schedules.pipeline(Schedules.schedule(SUM, 400).design());
        assertThat(placement(slow, Op.Load.class).latency())
                .isLessThan(placement(fast, Op.Load.class).latency());
    }

    @Test
    void aMultiplicationInTheCircleSetsTheInterval() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%out: port<i32>, %n: i32, %a: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %x: i32 = for kernel.i (%i: i32 = %0; %i < %n; %i += 1) carry (%x.1: i32 = %1) [pipeline 1] in "K.java" @3:5-9 {
                        %2: i32 = mul %x.1, %a
                        %x.2: i32 = add %2, %i
                        yield %x.2
                    }
                    store %out[%0] = %x
                }
                """.replace(" in \"K.java\"", ""));
        Unit.PipelinedLoop loop = Schedules.pipeline(scheduled.design());
        int product = loop.placements().stream()
                .filter(placement -> placement.op() instanceof Op.Compute op && op.operator() == Operator.MUL)
                .findFirst()
                .orElseThrow()
                .latency();
        assertThat(product).isPositive();
        assertThat(loop.interval()).isEqualTo(product + 1);
        assertThat(loop.bounds().limits()).singleElement().satisfies(limit -> {
            IntervalBounds.Recurrence recurrence = (IntervalBounds.Recurrence) limit;
            assertThat(recurrence.interval()).isEqualTo(product + 1);
            assertThat(recurrence.distance()).isEqualTo(1);
            assertThat(recurrence.cycle())
                    .extracting(op -> ((Op.Compute) op).operator())
                    .containsExactly(Operator.MUL, Operator.ADD);
        });
        assertThat(scheduled.diagnostics()).extracting(Diagnostic::rule).containsExactly(Rule.INTERVAL_MISSED);
    }

    /** Each of its pairs of a store and a load is a link to a later iteration; a chain of operations for every two links is too much. */
    @Test
    void aHundredUpdatesOfAnArrayInAnIterationAreScheduled() {
        int updates = 100;
        StringBuilder body = new StringBuilder();
        for (int k = 0; k < updates; k++) {
            body.append("""
                        %%b%1$d: i32 = load %%bins[%%x%1$d]
                        %%s%1$d: i32 = add %%b%1$d, %%a
                        store %%bins[%%x%1$d] = %%s%1$d
                        %%x%2$d: i32 = and %%s%1$d, %%63
                    """.formatted(k, k + 1));
        }
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%%in: port<i32>, %%out: port<i32>, %%n: i32) {
                    %%0: i32 = const 0
                    %%63: i32 = const 63
                    %%bins: i32[64] = array [zeroed]
                    for kernel.i (%%i: i32 = %%0; %%i < %%n; %%i += 1) [pipeline 1] {
                        %%a: i32 = load %%in[%%i]
                        %%x0: i32 = and %%a, %%63
                %s    }
                    %%r: i32 = load %%bins[%%0]
                    store %%out[%%0] = %%r
                }
                """.formatted(body));
        Unit.PipelinedLoop loop = Schedules.pipeline(scheduled.design());
        assertThat(loop.interval()).isEqualTo(updates);
        assertThat(loop.bounds().limits().getFirst())
                .isInstanceOfSatisfying(IntervalBounds.Recurrence.class, recurrence -> {
                    assertThat(recurrence.interval()).isEqualTo(updates);
                    assertThat(recurrence.cycle())
                            .filteredOn(Op.Store.class::isInstance)
                            .hasSizeGreaterThanOrEqualTo(updates);
                });
    }

    @Test
    void threeReadsOfABlockRamTakeTwoCycles() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %2: i32 = const 2
                    %buffer: i32[1024] = array
                    for kernel.j (%j: i32 = %0; %j < %n; %j += 1) {
                        %3: i32 = load %in[%j]
                        store %buffer[%j] = %3
                    }
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                        %4: i32 = load %buffer[%i]
                        %5: i32 = add %i, %1
                        %6: i32 = load %buffer[%5]
                        %7: i32 = add %i, %2
                        %8: i32 = load %buffer[%7]
                        %9: i32 = add %4, %6
                        %10: i32 = add %9, %8
                        store %out[%i] = %10
                    }
                }
                """);
        Unit.PipelinedLoop loop = Schedules.pipeline(scheduled.design());
        assertThat(loop.interval()).isEqualTo(2);
        assertThat(loop.bounds().limits())
                .singleElement()
                .isInstanceOfSatisfying(IntervalBounds.Contention.class, contention -> {
                    assertThat(contention.memory().name()).isEqualTo("buffer");
                    assertThat(contention.accesses()).hasSize(3);
                    assertThat(contention.ports()).isEqualTo(2);
                });
    }

    private static final String WINDOW = """
            function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                %0: i32 = const 0
                %1: i32 = const 1
                %2: i32 = const 2
                %3: i32 = const 3
                %buffer: i32[1024] = array [BANKS]
                for kernel.j (%j: i32 = %0; %j < %n; %j += 1) {
                    %x: i32 = load %in[%j]
                    store %buffer[%j] = %x
                }
                for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                    %4: i32 = load %buffer[%i]
                    %5: i32 = add %i, %1
                    %6: i32 = load %buffer[%5]
                    %7: i32 = add %i, %2
                    %8: i32 = load %buffer[%7]
                    %9: i32 = add %i, %3
                    %10: i32 = load %buffer[%9]
                    %11: i32 = add %4, %6
                    %12: i32 = add %8, %10
                    %13: i32 = add %11, %12
                    store %out[%i] = %13
                }
            }
            """;

    /** Each of the four may be in any bank, but no two are in the same. */
    @Test
    void accessesThatExcludeEachOtherInABankShareAPort() throws DiagnosticException {
        Program program = Pipeline.rtl().run(IrText.parse(WINDOW.replace("BANKS", "partition 1 cyclic 4")));
        Design design = Schedules.schedule(program, 300).design();
        Unit.PipelinedLoop loop = Schedules.pipeline(design);
        assertThat(loop.interval()).isEqualTo(1);
        assertThat(loop.bounds().limits()).isEmpty();
        assertThat(DesignCheck.problems(design)).isEmpty();
        assertThat(loop.placements().stream()
                        .map(Placement::resource)
                        .filter(Resource.MemoryPort.class::isInstance)
                        .distinct())
                .hasSize(4);
    }

    /** With two banks, two of the four are in each. */
    @ParameterizedTest
    @CsvSource({"partition 1 cyclic 2, 1", "partition 1 block 4, 2"})
    void accessesThatMayBeInOneBankTogetherNeedPorts(String banks, int interval) throws DiagnosticException {
        Program program = Pipeline.rtl().run(IrText.parse(WINDOW.replace("BANKS", banks)));
        Design design = Schedules.schedule(program, 300).design();
        Unit.PipelinedLoop loop = Schedules.pipeline(design);
        assertThat(loop.interval()).isEqualTo(interval);
        assertThat(loop.bounds().limits())
                .allSatisfy(limit -> assertThat(((IntervalBounds.Contention) limit).together())
                        .isEqualTo(4));
        assertThat(DesignCheck.problems(design)).isEmpty();
    }

    @Test
    void neighbouringElementsOfAPortAreOneRequest() {
        Design design = Schedules.schedule("""
                function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                        %2: i32 = add %i, %1
                        %3: i32 = load %in[%2]
                        %4: i32 = load %in[%i]
                        %5: i32 = add %3, %4
                        store %out[%i] = %5
                    }
                }
                """).design();
        Unit.PipelinedLoop loop = Schedules.pipeline(design);
        assertThat(loop.interval()).isEqualTo(1);
        Resource resource = placement(loop, Op.Load.class).resource();
        assertThat(resource).isInstanceOfSatisfying(Resource.BoardAccess.class, access -> {
            assertThat(access.group().offsets()).containsExactly(0, 1);
            assertThat(access.group().lanes()).hasSize(2);
        });
    }

    /** Two iterations in one, as partial unrolling leaves them. */
    private static final String HALVES = """
            function kernel(%in: port<i8>, %out: port<i8>, %n: i32) {
                %0: i32 = const 0
                %1: i32 = const 1
                for kernel.i (%i: i32 = %0; %i < %n; %i += 2) [pipeline 1] {
                    %2: i8 = load %in[%i]
                    store %out[%i] = %2
                    INDEX
                    %4: u1 = lt %3, %n
                    %5: i8 = if %4 {
                        %6: i8 = load %in[%3]
                        yield %6
                    } else {
                        %7: i8 = const 0
                        yield %7
                    }
                    if %4 {
                        store %out[%3] = %5
                    }
                }
            }
            """;

    @Test
    void lanesOfARequestHaveConditionsOfTheirOwn() {
        Design design = Schedules.schedule(HALVES.replace("INDEX", "%3: i32 = add %i, %1"))
                .design();
        Unit.PipelinedLoop loop = Schedules.pipeline(design);
        assertThat(loop.interval()).isEqualTo(1);
        assertThat(requests(loop))
                .extracting(AccessGroup::offsets)
                .containsExactlyInAnyOrder(List.of(0, 1), List.of(0, 1));
        assertThat(DesignCheck.problems(design)).isEmpty();
    }

    @Test
    void neighboursAreSeenThroughADifferenceThatCannotWrapAround() {
        Design design = Schedules.schedule("""
                function kernel(%in: port<i32>, %out: port<i32>) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %3: i32 = const 3
                    %20: i32 = const 20
                    for kernel.i (%i: u5 = %0; %i < %20; %i += 1) [pipeline 1] {
                        %a: u8 = shl %i, %3
                        %b: u8 = sub %a, %i
                        %c: u8 = add %b, %1
                        %4: i32 = load %in[%b]
                        %5: i32 = load %in[%c]
                        %6: i32 = add %4, %5
                        store %out[%i] = %6
                    }
                }
                """).design();
        assertThat(requests(Schedules.pipeline(design)))
                .extracting(AccessGroup::offsets)
                .containsExactlyInAnyOrder(List.of(0, 1), List.of(0));
    }

    @Test
    void anIndexThatWrapsAroundIsNoNeighbour() {
        Design design = Schedules.schedule(HALVES.replace("INDEX", "%3: u8 = add %i, %1"))
                .design();
        assertThat(Schedules.pipeline(design).interval()).isEqualTo(2);
    }

    @Test
    void requestsDoNotWaitForEachOtherInACircle() {
        Design design = Schedules.schedule("""
                function kernel(%a: port<i32>, %b: port<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                        %2: i32 = load %a[%i]
                        %3: i32 = load %b[%i]
                        %4: i32 = add %i, %1
                        %5: u1 = gt %3, %0
                        %6: i32 = if %5 {
                            %7: i32 = load %a[%4]
                            yield %7
                        } else {
                            yield %0
                        }
                        %8: u1 = gt %2, %0
                        %9: i32 = if %8 {
                            %10: i32 = load %b[%4]
                            yield %10
                        } else {
                            yield %0
                        }
                        %11: i32 = add %6, %9
                        store %out[%i] = %11
                    }
                }
                """).design();
        assertThat(requests(Schedules.pipeline(design)))
                .hasSize(5)
                .allSatisfy(group -> assertThat(group.lanes()).hasSize(1));
    }

    @Test
    void rowsGoToBanksSeveralElementsAtATime() throws DiagnosticException {
        FrontendResult kernel =
                KernelFiles.compile(KernelFiles.folder("kernels/should-compile").resolve("WideRows.java"));
        Program program = Pipeline.rtl().run(Pipeline.standard().run(kernel.program()));
        Design design = Scheduler.schedule(program, kernel.signature(), Schedules.board("u280"), 300)
                .design();
        List<Unit.PipelinedLoop> loops = Schedules.units(design).stream()
                .filter(Unit.PipelinedLoop.class::isInstance)
                .map(Unit.PipelinedLoop.class::cast)
                .filter(loop -> !requests(loop).isEmpty())
                .toList();
        assertThat(loops)
                .hasSize(3)
                .allSatisfy(loop -> assertThat(loop.interval()).isEqualTo(1))
                .allSatisfy(loop -> assertThat(requests(loop))
                        .extracting(AccessGroup::offsets)
                        .containsOnly(List.of(0, 1, 2, 3)));
        // One bank for each element, or two: four elements start in any half of the eight banks.
        assertThat(loops.getFirst().placements().stream()
                        .filter(placement -> placement.resource() instanceof Resource.MemoryPort)
                        .toList())
                .hasSize(4 + 8);
    }

    private static List<AccessGroup> requests(Unit.PipelinedLoop loop) {
        return loop.placements().stream()
                .map(Placement::resource)
                .filter(Resource.BoardAccess.class::isInstance)
                .map(resource -> ((Resource.BoardAccess) resource).group())
                .distinct()
                .toList();
    }

    @Test
    void aSmallArrayWhoseAddressTakesLongIsBlockRam() {
        String text = """
                function kernel(%out: port<i8>, %n: i32) {
                    %0: i32 = const 0
                    %rows: i8[20][ROW] = array [zeroed]
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                        %1: i8 = load %rows[%i][%i]
                        store %out[%i] = %1
                    }
                }
                """;
        assertThat(storage(text.replace("ROW", "4"))).isEqualTo(StorageKind.LUTRAM);
        assertThat(storage(text.replace("ROW", "5"))).isEqualTo(StorageKind.BRAM);
    }

    private static StorageKind storage(String ir) {
        Unit.PipelinedLoop loop = Schedules.pipeline(Schedules.schedule(ir).design());
        return loop.placements().stream()
                .map(Placement::resource)
                .filter(Resource.MemoryPort.class::isInstance)
                .map(resource -> ((Resource.MemoryPort) resource).memory().storage())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAddsMoreThanACycleIsDivided() {
        Design design = Schedules.schedule("""
                function kernel(%out: port<i32>, %a: i32, %b: i32, %c: i32, %d: i32, %e: i32) {
                    %0: i32 = const 0
                    %1: i32 = add %a, %b
                    %2: i32 = add %1, %c
                    %3: i32 = add %2, %d
                    %4: i32 = add %3, %e
                    store %out[%0] = %4
                }
                """).design();
        // An addition of 32 bits takes 0.81 ns, and a cycle at 300 MHz leaves 2.43 ns: two fit, and just not a third
        // with the store.
        assertThat(Schedules.units(design)).singleElement().isInstanceOfSatisfying(Unit.Block.class, block -> {
            assertThat(block.length()).isEqualTo(2);
            assertThat(block.placements()).allMatch(placement -> placement.readyNanoseconds() <= 2.4334);
        });
    }

    @Test
    void anOperationThatNoClockCycleHoldsIsRefused() {
        Program program = IrText.parse("""
                function kernel(%out: port<i64>, %a: i64, %b: i64) {
                    %0: i32 = const 0
                    %1: i64 = min %a, %b @4:9-20
                    store %out[%0] = %1
                }
                """);
        assertThatThrownBy(() -> Schedules.schedule(program, 600))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        e -> assertThat(e.diagnostics()).singleElement().satisfies(problem -> {
                            assertThat(problem.rule()).isEqualTo(Rule.CLOCK_TOO_FAST);
                            assertThat(problem.span().startLine()).isEqualTo(4);
                            assertThat(problem.fix()).startsWith("schedule for at most 486 MHz");
                        }));
    }

    private static final String SLOW_OPERATIONS = """
            function kernel(%out: port<i64>, %a: i64, %b: i64, %c: i40, %n: i32) {
                %0: i32 = const 0
                %1: i40 = min %c, %n @4:9-20
                for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] @5:1-5 {
                    %2: i64 = max %a, %b @6:9-20
                    store %out[%i] = %2
                }
                for kernel.j (%j: i32 = %0; %j < %n; %j += 1) [pipeline 1] @8:1-5 {
                    %3: i40 = max %1, %j @9:9-20
                    store %out[%j] = %3
                }
            }
            """;

    @Test
    void theClockThatIsProposedIsOneThatTheWholeKernelMeets() throws DiagnosticException {
        Program program = IrText.parse(SLOW_OPERATIONS);
        List<Diagnostic> problems = problems(program, 600);
        assertThat(problems)
                .extracting(problem -> problem.span().startLine())
                .as("the slowest first")
                .containsExactly(6, 4, 9);
        assertThat(problems)
                .extracting(Diagnostic::fix)
                .containsOnly(problems.getFirst().fix());
        Matcher clock = Pattern.compile("schedule for at most (\\d+) MHz, which every operation of the kernel meets.*")
                .matcher(String.valueOf(problems.getFirst().fix()));
        assertThat(clock.matches()).isTrue();
        int megahertz = Integer.parseInt(clock.group(1));
        assertThat(Schedules.schedule(program, megahertz).diagnostics()).isEmpty();
        assertThat(problems(program, megahertz + 1)).hasSize(1);
    }

    private static List<Diagnostic> problems(Program program, double megahertz) {
        List<Diagnostic> found = new ArrayList<>();
        assertThatThrownBy(() -> Schedules.schedule(program, megahertz))
                .isInstanceOfSatisfying(DiagnosticException.class, e -> found.addAll(e.diagnostics()));
        assertThat(found).extracting(Diagnostic::rule).containsOnly(Rule.CLOCK_TOO_FAST);
        return found;
    }

    @Test
    void aLoopInAPipelinedLoopIsRefused() {
        Program program = IrText.parse("""
                function kernel(%out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] @2:1-5 {
                        for kernel.j (%j: i32 = %0; %j < %i; %j += 1) @3:1-5 {
                            store %out[%j] = %i
                        }
                    }
                }
                """);
        assertThatThrownBy(() -> Schedules.schedule(program, 300))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        e -> assertThat(e.diagnostics())
                                .extracting(Diagnostic::rule)
                                .containsExactly(Rule.PIPELINE_BODY));
    }

    @Test
    void aLoopThatEndsOnAConditionSaysThatItIsNotPipelined() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%data: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %last: i32 = while kernel.i carry (%i: i32 = %0) [pipeline 1] @2:1-5 {
                        %2: i32 = load %data[%i]
                        %3: u1 = lt %2, %n
                        yield %3, %i
                    } do (%j: i32) {
                        %4: i32 = add %j, %1
                        yield %4
                    }
                    store %data[%0] = %last
                }
                """);
        assertThat(scheduled.diagnostics()).extracting(Diagnostic::rule).containsExactly(Rule.PIPELINE_WHILE);
    }

    @Test
    void anArrayInUltraRamIsReadAndWrittenByDifferentPorts() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%data: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %a: i32[4096] = array [storage uram]
                    store %a[%n] = %1
                    store %a[%0] = %n
                    %2: i32 = load %a[%n]
                    %3: i32 = load %a[%1]
                    %4: i32 = add %2, %3
                    store %data[%0] = %4
                }
                """);
        assertThat(((ModuleDesign.Sequential) scheduled.design().top()).memories())
                .singleElement()
                .satisfies(memory -> {
                    assertThat(memory.storage()).isEqualTo(StorageKind.URAM);
                    assertThat(memory.ports()).containsExactly(MemoryBinding.Port.READ, MemoryBinding.Port.WRITE);
                });
        assertThat(scheduled.diagnostics()).isEmpty();
    }

    /** A block of 18 Kb has words of 36 bits if one port reads and the other writes, and of 18 otherwise (UG573). */
    @Test
    void aMemoryWithAPortThatReadsAndWritesTakesMoreBlocks() {
        String once = """
                function kernel(%data: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %a: i32[256] = array [storage bram]
                    FIRST
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                        %2: i32 = load %a[%i]
                        %3: i32 = add %2, %1
                        store %a[%i] = %3
                    }
                }
                """;

        assertThat(blocks(once.replace("FIRST", ""))).isEqualTo(1);
        assertThat(blocks(once.replace("FIRST", "store %a[%0] = %n"))).isEqualTo(2);
    }

    private static long blocks(String program) {
        ScheduledKernel scheduled = Schedules.schedule(program);
        return scheduled.design().top().resources().bram18();
    }

    @Test
    void anArrayForAFunctionSaysThatItIsNotInUltraRam() {
        ScheduledKernel scheduled = Schedules.schedule("""
                function kernel(%data: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %a: i32[4096] = array [storage uram]
                    store %a[%0] = %n
                    call fill(%a, %n)
                    %1: i32 = load %a[%n]
                    store %data[%0] = %1
                }

                function fill(%a: i32[4096], %n: i32) [keep] {
                    store %a[%n] = %n
                }
                """);
        assertThat(scheduled.diagnostics()).extracting(Diagnostic::rule).containsExactly(Rule.ULTRARAM_PORTS);
    }

    @Test
    void aPortIsReadAfterItsWritesAreDone() {
        Design design = Schedules.schedule("""
                function kernel(%data: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 7
                    store %data[%n] = %1
                    %2: i32 = load %data[%0]
                    %3: i32 = add %2, %1
                    store %data[%0] = %3
                }
                """).design();
        assertThat(Schedules.units(design)).hasSize(2);
        assertThat(((Unit.Block) Schedules.units(design).get(0)).fences()).isEmpty();
        assertThat(((Unit.Block) Schedules.units(design).get(1)).fences())
                .extracting(port -> port.name())
                .containsExactly("data");
    }

    @Test
    void dividersOfABlockTakeTurns() {
        Design design = Schedules.schedule("""
                function kernel(%out: port<i32>, %a: i32, %b: i32, %c: i32) {
                    %0: i32 = const 0
                    %1: i32 = div %a, %c
                    %2: i32 = rem %b, %c
                    %3: i32 = add %1, %2
                    store %out[%0] = %3
                }
                """).design();
        Unit.Block block = (Unit.Block) Schedules.units(design).getFirst();
        assertThat(block.placements().stream()
                        .filter(placement -> placement.latency() == 34)
                        .map(Placement::resource)
                        .distinct())
                .containsExactly(new Resource.Operator("div", 0));
        assertThat(DesignCheck.problems(design)).isEmpty();
    }

    @Test
    void aPureFunctionBecomesAPipelinedOperator() {
        Design design = Schedules.schedule("""
                function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                        %1: i32 = load %in[%i]
                        %2: i32 = call square(%1)
                        store %out[%i] = %2
                    }
                }

                function square(%x: i32) [keep] {
                    %0: i32 = mul %x, %x
                    %1: i32 = add %0, %x
                    return %1
                }
                """).design();
        ModuleDesign.Core core = (ModuleDesign.Core) design.module("square");
        assertThat(core.latency()).isPositive();
        Unit.PipelinedLoop loop = Schedules.pipeline(design);
        assertThat(loop.interval()).isEqualTo(1);
        Placement call = placement(loop, Op.Call.class);
        assertThat(call.latency()).isEqualTo(core.latency());
        assertThat(call.resource()).isEqualTo(new Resource.CoreInstance("square", 0));
    }

    private static Placement placement(Unit.PipelinedLoop loop, Class<? extends Op> kind) {
        return loop.placements().stream()
                .filter(placement -> kind.isInstance(placement.op()))
                .findFirst()
                .orElseThrow();
    }
}
