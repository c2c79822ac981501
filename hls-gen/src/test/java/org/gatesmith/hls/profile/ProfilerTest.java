package org.gatesmith.hls.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.frontend.FrontendResult;
import org.gatesmith.hls.interp.FaultException;
import org.junit.jupiter.api.Test;

/** Profiles of small kernels, with figures worked out by hand. */
class ProfilerTest {

    private static final Profiler SUM = profiler("""
            @Kernel("sums")
            public static void run(@In @Shape("n") @Range(min = -10, max = 10) byte[] in, @Out @Shape("n") int[] out,
                    @Range(min = 0, max = 4) int n) {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                    int square = in[i] * in[i];
                    sum += square - 1;
                    out[i] = sum;
                }
            }
            """);

    private static NumericProfile sums(byte... in) throws FaultException {
        return SUM.profile(in, new int[in.length], in.length);
    }

    @Test
    void portsTellWhatWasReadAndWritten() throws FaultException {
        NumericProfile profile = sums((byte) 3, (byte) -7);

        assertThat(seen(profile, "in", ProfileRow.Kind.PORT_READ)).isEqualTo(new Seen.Integers(4, -7, 3));
        assertThat(seen(profile, "out", ProfileRow.Kind.PORT_WRITTEN)).isEqualTo(new Seen.Integers(2, 8, 56));
        assertThat(profile.row("in", ProfileRow.Kind.PORT_WRITTEN)).isEmpty();
        assertThat(profile.row("out", ProfileRow.Kind.PORT_READ)).isEmpty();
    }

    @Test
    void localsGoByTheirMethodAndName() throws FaultException {
        NumericProfile profile = sums((byte) 3, (byte) -7);

        Seen.Integers square = (Seen.Integers) seen(profile, "run.square", ProfileRow.Kind.VARIABLE);
        assertThat(square).isEqualTo(new Seen.Integers(2, 9, 49));
        assertThat(square.signedWidth()).hasValue(7);
        assertThat(square.unsignedWidth()).hasValue(6);
        assertThat(profile.row("run.square", ProfileRow.Kind.VARIABLE)
                        .orElseThrow()
                        .type())
                .isEqualTo("int");
    }

    /** The sum starts at 0, which only the loop that carries it shows. */
    @Test
    void firstValuesOfVariablesThatLoopsCarryAreSeen() throws FaultException {
        Seen.Integers sum = (Seen.Integers) seen(sums((byte) 3, (byte) -7), "run.sum", ProfileRow.Kind.VARIABLE);

        assertThat(sum.min()).isZero();
        assertThat(sum.max()).isEqualTo(56);
    }

    @Test
    void elementsOutsideThePortsContractAreCounted() throws FaultException {
        NumericProfile profile = sums((byte) 10, (byte) 11, (byte) -11, (byte) -10);

        assertThat(profile.row("in", ProfileRow.Kind.PORT_READ).orElseThrow().contract())
                .isEqualTo(new ContractCount(BigInteger.valueOf(-10), BigInteger.TEN, 8, 4));
        assertThat(profile.broken()).extracting(ProfileRow::name).containsExactly("in");
    }

    @Test
    void scalarsOutsideTheirContractAreCounted() throws FaultException {
        NumericProfile profile = sums(new byte[5]);

        assertThat(profile.row("run.n", ProfileRow.Kind.VARIABLE).orElseThrow().contract())
                .isEqualTo(new ContractCount(BigInteger.ZERO, BigInteger.valueOf(4), 1, 1));
        assertThat(seen(profile, "run.n", ProfileRow.Kind.VARIABLE)).isEqualTo(new Seen.Integers(1, 5, 5));
    }

    @Test
    void everyRunStartsAnew() throws FaultException {
        sums((byte) 9, (byte) 9);

        assertThat(seen(sums((byte) 1), "in", ProfileRow.Kind.PORT_READ)).isEqualTo(new Seen.Integers(2, 1, 1));
    }

    @Test
    void profilesOfTilesAreMerged() throws FaultException {
        NumericProfile whole = NumericProfile.NONE.merge(sums((byte) 3)).merge(sums((byte) -12, (byte) 1));

        ProfileRow in = whole.row("in", ProfileRow.Kind.PORT_READ).orElseThrow();
        assertThat(in.seen()).isEqualTo(new Seen.Integers(6, -12, 3));
        assertThat(in.contract()).isEqualTo(new ContractCount(BigInteger.valueOf(-10), BigInteger.TEN, 6, 2));
        assertThat(whole.rows()).hasSameSizeAs(sums((byte) 3).rows());
    }

    @Test
    void localsRecordComponentsAndArraysKeepTheirContracts() throws FaultException {
        Profiler profiler = profiler("""
                record Pair(@UBits(3) int low, int high) {}

                private static int first(@Bits(4) int[] into, int x) {
                    into[0] = x;
                    return into[0];
                }

                @Kernel("contracts")
                public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
                    @Bits(5)
                    int[] kept = new int[2];
                    for (int i = 0; i < n; i++) {
                        @Range(min = 0, max = 100)
                        int twice = in[i] * 2;
                        Pair pair = new Pair(in[i], 1);
                        kept[1] = in[i];
                        out[i] = twice + pair.low() + pair.high() + kept[1] + first(kept, in[i]);
                    }
                }
                """);

        NumericProfile profile = profiler.profile(new int[] {3, 8, 50, -1, 51}, new int[5], 5);

        assertThat(broken(profile, "run.twice", ProfileRow.Kind.VARIABLE)).isEqualTo(2);
        assertThat(broken(profile, "run.low", ProfileRow.Kind.VARIABLE)).isEqualTo(4);
        assertThat(broken(profile, "run.kept", ProfileRow.Kind.ARRAY)).isEqualTo(2);
        assertThat(broken(profile, "first.into", ProfileRow.Kind.ARRAY)).isEqualTo(3);
        assertThat(seen(profile, "run.kept", ProfileRow.Kind.ARRAY)).isEqualTo(new Seen.Integers(10, -1, 51));
    }

    @Test
    void floatsTellTheirMagnitudesAndTheirOddities() throws FaultException {
        Profiler profiler = profiler("""
                @Kernel("reals")
                public static void run(@In @Shape("n") float[] in, @Out @Shape("n") double[] out, int n) {
                    for (int i = 0; i < n; i++) {
                        out[i] = in[i];
                    }
                }
                """);
        float[] in = {-3.5f, 0.25f, 0, -0.0f, Float.NaN, Float.NEGATIVE_INFINITY, 1e-40f};

        NumericProfile profile = profiler.profile(in, new double[in.length], in.length);

        assertThat(seen(profile, "in", ProfileRow.Kind.PORT_READ))
                .isEqualTo(new Seen.Floats(7, 1e-40f, 3.5, 2, 1, 1, 1));
        // What is subnormal as a float is a normal double.
        assertThat(seen(profile, "out", ProfileRow.Kind.PORT_WRITTEN))
                .isEqualTo(new Seen.Floats(7, 1e-40f, 3.5, 2, 0, 1, 1));
    }

    @Test
    void processesAndFifosAreProfiledToo() throws FaultException {
        Profiler profiler = profiler("""
                @Kernel("stages")
                @Dataflow
                public static void run(@In @Shape("n") int[] in, @Out @Shape("n") int[] out, int n) {
                    IntFifo squares = new IntFifo();
                    square(in, squares, n);
                    store(squares, out, n);
                }

                static void square(int[] in, IntFifo squares, int n) {
                    for (int i = 0; i < n; i++) {
                        int x = in[i];
                        squares.write(x * x);
                    }
                }

                static void store(IntFifo squares, int[] out, int n) {
                    for (int i = 0; i < n; i++) {
                        out[i] = squares.read();
                    }
                }
                """);

        NumericProfile profile = profiler.profile(new int[] {5, -6}, new int[2], 2);

        assertThat(seen(profile, "run.squares", ProfileRow.Kind.FIFO)).isEqualTo(new Seen.Integers(2, 25, 36));
        assertThat(seen(profile, "square.x", ProfileRow.Kind.VARIABLE)).isEqualTo(new Seen.Integers(2, -6, 5));
    }

    @Test
    void aRunThatFailsLeavesNothingForTheNext() throws FaultException {
        assertThatThrownBy(() -> SUM.profile(new byte[] {9}, new int[1], 2)).isInstanceOf(FaultException.class);

        assertThat(seen(sums((byte) 1), "in", ProfileRow.Kind.PORT_READ)).isEqualTo(new Seen.Integers(2, 1, 1));
    }

    @Test
    void argumentsMustSuitTheParameters() {
        assertThatThrownBy(() -> SUM.profile(new byte[1], new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the kernel sums has 3 parameters, given are 2");
        assertThatThrownBy(() -> SUM.profile("text", new int[1], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parameter in cannot take");
    }

    @Test
    void widthsOfNothingAreUnknown() {
        assertThat(Seen.Integers.NONE.signedWidth()).isEmpty();
        assertThat(new Seen.Integers(1, -1, 5).unsignedWidth()).isEmpty();
        assertThat(new Seen.Integers(1, -129, 127).signedWidth()).hasValue(9);
        assertThat(new Seen.Integers(1, 0, 0).unsignedWidth()).hasValue(1);
    }

    private static long broken(NumericProfile profile, String name, ProfileRow.Kind kind) {
        return profile.rows().stream()
                .filter(row -> row.name().equals(name) && row.kind() == kind)
                .filter(row -> row.contract() != null)
                .mapToLong(row -> row.contract().broken())
                .sum();
    }

    private static Seen seen(NumericProfile profile, String name, ProfileRow.Kind kind) {
        return profile.row(name, kind).orElseThrow().seen();
    }

    private static Profiler profiler(String members) {
        FrontendResult accepted = JavaKernel.of(members).accept();
        return Profiler.of(accepted.program(), accepted.signature());
    }
}
