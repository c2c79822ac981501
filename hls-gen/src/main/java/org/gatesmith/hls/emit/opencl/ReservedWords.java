package org.gatesmith.hls.emit.opencl;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that emitted OpenCL C must not use as names. */
final class ReservedWords {

    /** Keywords of C99 and OpenCL C 1.2 (6.1.9), and of C++ for compilers that are built on it. */
    private static final String KEYWORDS = """
            auto bool break case char const continue default do double else enum extern float for goto if inline int long
            register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while
            uchar ushort uint ulong half quad complex imaginary size_t ptrdiff_t intptr_t uintptr_t event_t sampler_t image2d_t
            image3d_t image2d_array_t image1d_t image1d_buffer_t image1d_array_t pipe uniform true false
            kernel global local constant private generic read_only write_only read_write
            class template namespace new delete this operator public protected try catch throw virtual using typename friend
            and or not xor bitand bitor compl asm wide fifo_memory fifo_plan
            """;

    /** Macros of OpenCL C (6.12.2.1 and 6.12.3), and functions that emitted code calls. */
    private static final String LIBRARY = """
            INT_MIN INT_MAX LONG_MIN LONG_MAX UINT_MAX ULONG_MAX CHAR_BIT CHAR_MAX CHAR_MIN SCHAR_MAX SCHAR_MIN SHRT_MAX
            SHRT_MIN UCHAR_MAX USHRT_MAX INFINITY NAN HUGE_VAL HUGE_VALF MAXFLOAT NULL FLT_DIG FLT_MANT_DIG FLT_MAX_10_EXP
            FLT_MAX_EXP FLT_MIN_10_EXP FLT_MIN_EXP FLT_RADIX FLT_MAX FLT_MIN FLT_EPSILON DBL_DIG DBL_MANT_DIG DBL_MAX_10_EXP
            DBL_MAX_EXP DBL_MIN_10_EXP DBL_MIN_EXP DBL_MAX DBL_MIN DBL_EPSILON M_E M_PI M_LOG2E M_LOG10E M_LN2 M_LN10 M_PI_2
            M_PI_4 M_1_PI M_2_PI M_2_SQRTPI M_SQRT2 M_SQRT1_2 M_E_F M_PI_F FP_FAST_FMA FP_FAST_FMAF
            min max abs fmod fabs sqrt fma floor ceil rint exp log log10 sin cos tan tanh atan atan2 pow
            as_int as_long as_float as_double get_global_id get_global_size main
            """;

    /** Functions of OpenCL C 1.2 (6.12), which a function of the kernel's file would clash with. */
    private static final String FUNCTIONS = """
            get_work_dim get_global_offset get_local_size get_local_id get_num_groups get_group_id acos acosh acospi asin asinh
            asinpi atanh atanpi atan2pi cbrt copysign cosh cospi erfc erf exp2 exp10 expm1 fdim fmax fmin fract frexp hypot ilogb
            ldexp lgamma lgamma_r log2 log1p logb mad maxmag minmag modf nan nextafter pown powr remainder remquo rootn round
            rsqrt sincos sinh sinpi tanpi tgamma trunc native_sin native_cos half_sin abs_diff add_sat hadd rhadd clamp clz ctz
            mad_hi mad_sat mul_hi rotate sub_sat upsample popcount mad24 mul24 degrees mix radians step smoothstep sign cross dot
            distance length normalize fast_distance fast_length fast_normalize isequal isnotequal isgreater isgreaterequal isless
            islessequal islessgreater isfinite isinf isnan isnormal isordered isunordered signbit any all bitselect select barrier
            mem_fence read_mem_fence write_mem_fence async_work_group_copy wait_group_events prefetch shuffle shuffle2 printf
            read_pipe write_pipe vload_half vstore_half vec_step
            """;

    static final Set<String> ALL = Stream.of(words(KEYWORDS, LIBRARY), vectors(), JavaSemantics.names().stream())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> LIBRARY_FUNCTIONS = words(FUNCTIONS).collect(Collectors.toUnmodifiableSet());

    private ReservedWords() {}

    /** Types of vectors (OpenCL C 1.2, 6.1.2). */
    private static Stream<String> vectors() {
        return words("char uchar short ushort int uint long ulong float double half")
                .flatMap(type -> Stream.of(2, 3, 4, 8, 16).map(length -> type + length));
    }

    private static Stream<String> words(String... lists) {
        return Stream.of(lists).flatMap(list -> Stream.of(list.strip().split("\\s+")));
    }
}
