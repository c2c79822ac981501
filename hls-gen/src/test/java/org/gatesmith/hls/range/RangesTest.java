package org.gatesmith.hls.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.junit.jupiter.api.Test;

/** How much the analysis finds out. That it is never wrong is the matter of {@link RangesPropertiesTest}. */
class RangesTest {

    /** The range of the last value with that name, in the order of the text. */
    private static IntRange range(String text, String name) {
        Program program = IrText.parse(text);
        return Ranges.of(program).of(named(program, name));
    }

    private static Value named(Program program, String name) {
        List<Value> found = new ArrayList<>();
        program.functions().forEach(function -> collect(function.body(), name, found));
        return found.getLast();
    }

    private static void collect(Region region, String name, List<Value> found) {
        region.parameters().stream().filter(v -> name.equals(v.name())).forEach(found::add);
        for (Op op : region.ops()) {
            op.results().stream().filter(v -> name.equals(v.name())).forEach(found::add);
            op.regions().forEach(inner -> collect(inner, name, found));
        }
    }

    private static Op loop(Region region) {
        return region.ops().stream()
                .filter(op -> op instanceof Op.For || op instanceof Op.While)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCounterLiesBetweenTheLimitsOfItsLoop() {
        String text = """
                function f(%n: i32) {
                    %0: i32 = const 0
                    %m: i32 = assume %n in 0..1000 n
                    for l (%i: i32 = %0; %i < %m; %i += 8) {
                    }
                }""";
        assertThat(range(text, "i"))
                .isEqualTo(IntRange.of(
                        BigInteger.ZERO,
                        BigInteger.valueOf(992),
                        new KnownBits(BigInteger.valueOf(7), BigInteger.ZERO)));
    }

    @Test
    void aCounterThatMayWrapAroundIsOnlyBelowItsBound() {
        String text = """
                function f(%n: i32) {
                    %0: i32 = const 0
                    for l (%i: i32 = %0; %i <= %n; %i += 1) {
                    }
                }""";
        assertThat(range(text, "i")).hasToString("-2147483648..2147483647");
        assertThat(Ranges.of(IrText.parse(text))
                        .trips(loop(IrText.parse(text).top().body())))
                .isEmpty();
    }

    @Test
    void theRestOfATiledLoopIsPositive() {
        String text = """
                function f(%n: i32) {
                    %0: i32 = const 0
                    %m: i32 = assume %n in 0..1000 n
                    for l (%i: i32 = %0; %i < %m; %i += 16) {
                        %left: i32 = sub %m, %i
                        %1: i32 = const 16
                        %rows: i32 = min %left, %1
                    }
                }""";
        assertThat(range(text, "rows")).hasToString("1..16");
    }

    @Test
    void aSumGrowsByAtMostOneStepPerIteration() {
        String text = """
                function f(%p: port<i8>) {
                    %0: i32 = const 0
                    %100: i32 = const 100
                    %sum: i32 = for l (%i: i32 = %0; %i < %100; %i += 1) carry (%acc: i32 = %0) {
                        %1: i8 = load %p[%i]
                        %next: i32 = add %acc, %1
                        yield %next
                    }
                    return %sum
                }""";
        assertThat(range(text, "sum")).hasToString("-12800..12700");
        assertThat(range(text, "acc")).hasToString("-12672..12573");
    }

    @Test
    void sumsOverNestedLoopsMultiply() {
        String text = """
                function f(%p: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %10: i32 = const 10
                    %3: i8 = const 3
                    %m: i32 = assume %n in 0..20 n
                    %sum: i32 = for outer (%i: i32 = %0; %i < %10; %i += 1) carry (%a: i32 = %0) {
                        %b: i32 = for inner (%j: i32 = %0; %j < %m; %j += 1) carry (%c: i32 = %a) {
                            %x: i32 = load %p[%j]
                            %big: u1 = gt %x, %0
                            %d: i32 = if %big {
                                %e: i32 = add %c, %3
                                yield %e
                            } else {
                                yield %c
                            }
                            yield %d
                        }
                        yield %b
                    }
                    return %sum
                }""";
        assertThat(range(text, "sum")).hasToString("0..600");
    }

    @Test
    void aSumThatMayWrapAroundIsAnything() {
        String text = """
                function f() {
                    %0: i8 = const 0
                    %100: i32 = const 100
                    %i0: i32 = const 0
                    %2: i8 = const 2
                    %sum: i8 = for l (%i: i32 = %i0; %i < %100; %i += 1) carry (%acc: i8 = %0) {
                        %next: i8 = add %acc, %2
                        yield %next
                    }
                    return %sum
                }""";
        assertThat(range(text, "sum")).hasToString("-128..126");
    }

    @Test
    void aWhileLoopThatCountsLimitsWhatItCarries() {
        String text = """
                function f(%p: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %5: i32 = const 5
                    %m: i32 = assume %n in 0..50 n
                    %k: i32, %sum: i32 = while l carry (%k: i32 = %0, %s: i32 = %0) {
                        %more: u1 = lt %k.1, %m
                        %x: i32 = load %p[%k.1]
                        %go: u1 = ne %x, %0
                        %both: u1 = and %more, %go
                        yield %both, %k.1, %s
                    } do (%k: i32, %s: i32) {
                        %t: i32 = add %s.1, %5
                        %k: i32 = add %k.2, %1
                        yield %k.3, %t
                    }
                    return %sum
                }""";
        String numbered = text.replace("carry (%k:", "carry (%k.1:")
                .replace("do (%k: i32, %s:", "do (%k.2: i32, %s.1:")
                .replace("%k: i32 = add", "%k.3: i32 = add");
        assertThat(range(numbered, "sum")).hasToString("0..250");
        Program program = IrText.parse(numbered);
        assertThat(Ranges.of(program).trips(loop(program.top().body()))).contains(BigInteger.valueOf(50));
    }

    @Test
    void branchesNarrowWhatTheirConditionsCompare() {
        String text = """
                function f(%x: i32) {
                    %0: i32 = const 0
                    %255: i32 = const 255
                    %low: u1 = lt %x, %0
                    %high: u1 = gt %x, %255
                    %clamped: i32 = if %low {
                        yield %0
                    } else {
                        %inner: i32 = if %high {
                            yield %255
                        } else {
                            yield %x
                        }
                        yield %inner
                    }
                    return %clamped
                }""";
        assertThat(range(text, "clamped")).hasToString("0..255");
    }

    @Test
    void selectionsNarrowWhatTheirArmsAreComputedFrom() {
        String text = """
                function f(%x: i16) {
                    %0: i32 = const 0
                    %negative: u1 = lt %x, %0
                    %opposite: i32 = neg %x
                    %magnitude: i32 = select %negative, %opposite, %x
                    return %magnitude
                }""";
        assertThat(range(text, "magnitude")).hasToString("0..32768");
    }

    @Test
    void anArrayHoldsWhatIsStoredAndZeroIfItIsZeroed() {
        String text = """
                table lut: i16[3] = {5, 9, 7}

                function f(%i: i32, %p: port<i8 in -7..7>) {
                    %a: i32[4] = array [zeroed]
                    %b: i32[4] = array
                    %lut: i16[3] = table lut
                    %entry: i16 = load %lut[%i]
                    store %a[%i] = %entry
                    store %b[%i] = %entry
                    %fromA: i32 = load %a[%i]
                    %fromB: i32 = load %b[%i]
                    %fromPort: i8 = load %p[%i]
                }""";
        assertThat(range(text, "fromA")).hasToString("0..9");
        assertThat(range(text, "fromB")).hasToString("5..9");
        assertThat(range(text, "fromPort")).hasToString("-7..7");
    }

    @Test
    void copiesBetweenArraysKeepTheRange() {
        String text = """
                function f(%i: i32, %x: i32) {
                    %a: i32[4] = array [zeroed]
                    %b: i32[4] = array [zeroed]
                    %255: i32 = const 255
                    %byte: i32 = and %x, %255
                    store %a[%i] = %byte
                    %y: i32 = load %a[%i]
                    store %b[%i] = %y
                    %z: i32 = load %b[%i]
                    store %a[%i] = %z
                }""";
        assertThat(range(text, "z")).hasToString("0..255");
    }

    @Test
    void fifosCarryRangesFromProcessToProcess() {
        String text = """
                function f(%p: port<i32>, %n: i32) [dataflow] {
                    %m: i32 = assume %n in 1..9 n
                    %f: fifo<i32> = fifo 2
                    call send(%p, %f)
                    call receive(%f, %p, %m)
                }

                function send(%p: port<i32>, %f: fifo<i32>) {
                    %0: i32 = const 0
                    %x: i32 = load %p[%0]
                    %7: i32 = const 7
                    %low: i32 = and %x, %7
                    write %f, %low
                }

                function receive(%f: fifo<i32>, %p: port<i32>, %n: i32) {
                    %x: i32 = read %f
                    %y: i32 = mul %x, %n
                    store %p[%x] = %y
                }""";
        assertThat(range(text, "y")).hasToString("0..63");
    }

    @Test
    void aKeptFunctionIsAnalysedForAllItsCalls() {
        String text = """
                function f(%x: i8) {
                    %3: i32 = const 3
                    %a: i32 = call twice(%x)
                    %b: i32 = call twice(%3)
                    return %a, %b
                }

                function twice(%v: i32) [keep] {
                    %w: i32 = add %v, %v
                    return %w
                }""".replace("call twice(%x)", "call twice(%wide)")
                .replace("    %a:", "    %wide: i32 = cast %x\n    %a:");
        assertThat(range(text, "w")).hasToString("-256..254");
        assertThat(range(text, "b")).hasToString("-256..254");
    }

    @Test
    void operandsAreKnownBetterInsideTheBranchThatReadsThem() {
        String text = """
                function f(%x: i32, %a: i32[10]) [keep] {
                    %0: i32 = const 0
                    %10: i32 = const 10
                    %low: u1 = ge %x, %0
                    %high: u1 = lt %x, %10
                    %inside: u1 = and %low, %high
                    if %inside {
                        store %a[%x] = %0
                    }
                }""";
        Program program = IrText.parse(text);
        Op.If branch = (Op.If) program.top().body().ops().getLast();
        Op store = branch.thenRegion().ops().getFirst();
        Ranges ranges = Ranges.of(program);
        assertThat(ranges.operand(store, 1)).hasToString("0..9");
        assertThat(ranges.of(store.operands().get(1))).hasToString("-2147483648..2147483647");
    }
}
