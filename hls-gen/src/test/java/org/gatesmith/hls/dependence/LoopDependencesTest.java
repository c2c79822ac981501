package org.gatesmith.hls.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatesmith.hls.dependence.Dependence.Kind;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

class LoopDependencesTest {

    @Test
    void anElementReadAndWrittenInPlaceBindsOneIterationOnly() {
        assertThat(dependences("""
                %2: i32 = load %t[%i]
                store %t[%i] = %2
                """)).containsExactly("ANTI 0 proved");
    }

    @Test
    void anElementWrittenThreeIterationsEarlier() {
        assertThat(dependences("""
                %3: i32 = const 3
                %4: i32 = sub %i, %3
                %5: i32 = load %t[%4]
                store %t[%i] = %5
                """)).containsExactly("FLOW 3 proved");
    }

    @Test
    void anElementReadTwoIterationsBeforeItIsWritten() {
        assertThat(dependences("""
                %3: i32 = const 2
                %4: i32 = add %i, %3
                %5: i32 = load %t[%4]
                store %t[%i] = %5
                """)).containsExactly("ANTI 2 proved");
    }

    @Test
    void evenAndOddIndicesNeverMeet() {
        assertThat(dependences("""
                %3: i32 = mul %i, %two
                %4: i32 = add %3, %one
                %5: i32 = load %t[%4]
                store %t[%3] = %5
                """)).isEmpty();
    }

    @Test
    void oneElementIsReadAndWrittenInEveryIteration() {
        assertThat(dependences("""
                %3: i32 = load %t[%m]
                store %t[%m] = %3
                """)).containsExactly("ANTI 0 proved", "FLOW 1 proved");
    }

    @Test
    void anElementOfEightThatTakeTurns() {
        assertThat(dependences("""
                %3: i32 = const 7
                %4: i32 = and %i, %3
                %5: i32 = load %t[%4]
                store %t[%4] = %5
                """)).containsExactly("ANTI 0 proved", "FLOW 8 proved");
    }

    @Test
    void theRemainderOfACounterTakesTurnsToo() {
        assertThat(dependences("""
                %3: i32 = const 8
                %4: i32 = rem %i, %3
                %5: i32 = load %t[%4]
                store %t[%4] = %5
                """)).containsExactly("ANTI 0 proved", "FLOW 8 proved");
    }

    @Test
    void elementsOfARingThreeBehindEachOther() {
        assertThat(dependences("""
                %3: i32 = const 7
                %4: i32 = and %i, %3
                %5: i32 = const 3
                %6: i32 = add %i, %5
                %7: i32 = and %6, %3
                %8: i32 = load %t[%4]
                store %t[%7] = %8
                """)).containsExactly("ANTI 5 proved", "FLOW 3 proved");
    }

    @Test
    void aRingInWhichAnIterationTakesTwoSteps() {
        assertThat(dependences("""
                %3: i32 = const 7
                %4: i32 = mul %i, %two
                %5: i32 = and %4, %3
                %6: i32 = load %t[%5]
                store %t[%5] = %6
                """)).containsExactly("ANTI 0 proved", "FLOW 4 proved");
    }

    @Test
    void symbolsThatCancel() {
        assertThat(dependences("""
                %3: i32 = add %i, %m
                %4: i32 = sub %3, %two
                %5: i32 = load %t[%4]
                store %t[%3] = %5
                """)).containsExactly("FLOW 2 proved");
    }

    @Test
    void symbolsThatDoNotCancelAreAssumedToBeAnything() {
        assertThat(dependences("""
                %3: i32 = add %i, %m
                %4: i32 = load %t[%3]
                store %t[%i] = %4
                """))
                .containsExactly(
                        "ANTI 0 the distance between the indices depends on 'm'",
                        "FLOW 1 the distance between the indices depends on 'm'");
    }

    @Test
    void anIndexFromMemoryIsAssumedToBeAnything() {
        assertThat(dependences("""
                %bin: i32 = load %in[%i]
                %3: i32 = load %t[%bin]
                %4: i32 = add %3, %one
                store %t[%bin] = %4
                """))
                .containsExactly("ANTI 0 proved", "FLOW 1 an index depends on 'bin', which is read from memory");
    }

    @Test
    void indicesOfDifferentRangesNeverMeet() {
        assertThat(dependences("""
                %3: i32 = load %in[%i]
                %4: u2 = cast %3
                %5: i32 = const 4
                %6: u4 = add %4, %5
                %7: i32 = load %t[%4]
                store %t[%6] = %7
                """)).isEmpty();
    }

    @Test
    void oneDimensionOfSeveralIsEnough() {
        assertThat(dependences("""
                %3: i32 = load %in[%i]
                %4: i32 = add %i, %one
                %5: i32 = load %u[%3][%i]
                store %u[%m][%4] = %5
                """)).containsExactly("FLOW 1 an index depends on a value, which is read from memory");
    }

    @Test
    void aCarriedValueThatCountsIsACounter() {
        assertThat(dependences("""
                %3: i32 = load %t[%k]
                store %t[%k] = %i
                """)).containsExactly("ANTI 0 proved");
    }

    @Test
    void readsOfAFifoKeepTheirOrderAcrossIterations() {
        assertThat(dependences("""
                %3: i32 = read %f
                %4: i32 = read %f
                write %g, %4
                """)).containsExactly("FIFO 0 proved", "FIFO 1 proved");
    }

    @Test
    void guardedAccessesAreNamedByTheirBranch() {
        Program program = program("""
                %3: u1 = lt %i, %m
                if %3 {
                    store %t[%i] = %i
                }
                %4: i32 = load %t[%i]
                """);
        List<Dependence> found = found(program);
        assertThat(found).extracting(Dependence::kind).containsExactly(Kind.FLOW);
        assertThat(found.getFirst().from()).isInstanceOf(Op.If.class);
        assertThat(found.getFirst().to()).isInstanceOf(Op.Load.class);
    }

    private static String guarded(String condition, String otherCondition) {
        return """
                CONDITIONS
                if %writes {
                    store %t[%zero] = %i
                }
                %r: i32 = if %reads {
                    %x: i32 = load %t[%zero]
                    yield %x
                } else {
                    %y: i32 = const 0
                    yield %y
                }
                """.replace("CONDITIONS", condition + "\n" + otherCondition);
    }

    @Test
    void conditionsThatNeedDifferentNumbersInOneValueExcludeEachOther() {
        assertThat(dependences(guarded("""
                %a: u1 = eq %m, %two
                %b: u1 = lt %i, %n
                %writes: u1 = and %a, %b""", "%reads: u1 = eq %m, %one"))).isEmpty();
    }

    @Test
    void aConditionExcludesItsOpposite() {
        assertThat(dependences(guarded("%writes: u1 = eq %m, %two", "%reads: u1 = not %writes")))
                .isEmpty();
    }

    @Test
    void aDisjunctionThatDoesNotHoldExcludesItsParts() {
        assertThat(dependences(guarded("%writes: u1 = eq %m, %two", """
                %a: u1 = eq %n, %two
                %b: u1 = or %writes, %a
                %reads: u1 = not %b"""))).isEmpty();
    }

    @Test
    void conditionsAroundAGuardedAccessCountToo() {
        assertThat(dependences("""
                %a: u1 = eq %m, %two
                %b: u1 = lt %i, %n
                if %a {
                    if %b {
                        store %t[%zero] = %i
                    }
                    store %t[%one] = %i
                } else {
                    %x: i32 = load %t[%zero]
                    store %t[%two] = %x
                }
                """)).isEmpty();
    }

    @Test
    void conditionsOnDifferentValuesMayBothHold() {
        assertThat(dependences(guarded("%writes: u1 = eq %m, %two", "%reads: u1 = eq %n, %one")))
                .containsExactly("FLOW 0 proved", "ANTI 1 proved");
    }

    @Test
    void accessesThatHappenInTurnsMeetInLaterIterations() {
        assertThat(dependences(guarded("%writes: u1 = eq %i, %two", "%reads: u1 = eq %i, %one")))
                .containsExactly("ANTI 1 proved");
        assertThat(dependences(guarded("%writes: u1 = lt %i, %n", "%reads: u1 = ge %i, %n")))
                .containsExactly("FLOW 1 proved", "ANTI 1 proved");
    }

    /** Elements that follow each other are in banks that take turns. */
    @Test
    void accessesToOneOfFourBanksMeetAfterFourIterations() {
        assertThat(dependences("""
                %three: i32 = const 3
                %bank: i32 = and %i, %three
                %here: u1 = eq %bank, %two
                %place: i32 = shr %i, %two
                %x: i32 = if %here {
                    %y: i32 = load %t[%place]
                    yield %y
                } else {
                    yield %zero
                }
                if %here {
                    store %t[%place] = %x
                }
                """))
                .containsExactly("ANTI 0 proved", "FLOW 4 an index depends on 'place', which is computed by shr");
    }

    /** The third digit of a flattened nest is free, so the same element comes back when the second has counted through. */
    @Test
    void aFlattenedNest() {
        Program program = IrText.parse("""
                function f(%in: port<i32>, %n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %15: i32 = const 15
                    %t: i32[16] = array [zeroed]
                    %k, %j = for f.j (%c: i32 = %0; %c < %n; %c += 1) carry (%k.1: i32 = %0, %j.1: i32 = %0) [pipeline 1] {
                        %2: i32 = load %t[%j.1]
                        %3: i32 = load %in[%k.1]
                        %4: i32 = add %2, %3
                        store %t[%j.1] = %4
                        %5: u1 = eq %j.1, %15
                        %6: i32 = add %j.1, %1
                        %7: i32 = select %5, %0, %6
                        %8: i32 = add %k.1, %1
                        %9: i32 = select %5, %8, %k.1
                        yield %9, %7
                    }
                }
                """.replace("%k, %j =", "%k: i32, %j: i32 ="));
        assertThat(texts(found(program))).containsExactly("ANTI 0 proved", "FLOW 16 proved");
    }

    private static List<String> dependences(String body) {
        return texts(found(program(body)));
    }

    private static List<String> texts(List<Dependence> dependences) {
        return dependences.stream()
                .map(d -> d.kind() + " " + d.distance() + " "
                        + (d.evidence() instanceof Dependence.Assumed assumed ? assumed.reason() : "proved"))
                .toList();
    }

    private static List<Dependence> found(Program program) {
        Function function = program.top();
        Op.For loop = function.body().ops().stream()
                .filter(Op.For.class::isInstance)
                .map(Op.For.class::cast)
                .findFirst()
                .orElseThrow();
        return MemoryAnalysis.of(program).dependences(function, loop);
    }

    private static Program program(String body) {
        return IrText.parse("""
                function f(%in: port<i32>, %f: fifo<i32>, %g: fifo<i32>, %n: i32, %m: i32) {
                    %zero: i32 = const 0
                    %one: i32 = const 1
                    %two: i32 = const 2
                    %t: i32[64] = array [zeroed]
                    %u: i32[8][64] = array [zeroed]
                    %last: i32 = for f.i (%i: i32 = %zero; %i < %n; %i += 1) carry (%k: i32 = %m) [pipeline 1] {
                %BODY%
                        %k.1: i32 = add %k, %one
                        yield %k.1
                    }
                }
                """.replace("%BODY%\n", body));
    }
}
