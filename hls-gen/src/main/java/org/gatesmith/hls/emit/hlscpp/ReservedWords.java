package org.gatesmith.hls.emit.hlscpp;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that emitted code must not use as names. */
final class ReservedWords {

    /** C++17 keywords and alternative tokens (ISO C++ lex.key). */
    private static final String KEYWORDS = """
            alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t class compl const
            constexpr const_cast continue decltype default delete do double dynamic_cast else enum explicit export extern false
            float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private
            protected public register reinterpret_cast return short signed sizeof static static_assert static_cast struct switch
            template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t
            while xor xor_eq
            """;

    /** Names of the library that emitted code refers to, and macros of its headers and of GNU compilers. */
    private static final String LIBRARY = """
            ap_int ap_uint hls java std int64_t uint64_t int32_t uint32_t
            INT_MIN INT_MAX INT64_MIN INT64_MAX LLONG_MIN LLONG_MAX NULL EOF NAN INFINITY HUGE_VAL HUGE_VALF
            assert errno linux unix i386 stdin stdout stderr main signbit isnan isinf isfinite isnormal fpclassify
            DOMAIN SING OVERFLOW UNDERFLOW PLOSS TLOSS M_E M_PI I complex
            """;

    /** Functions of the C library that a function of the kernel's file would clash with. */
    private static final String FUNCTIONS = """
            abs labs llabs div ldiv lldiv acos asin atan atan2 ceil cos cosh exp exp2 expm1 fabs floor fmod frexp ldexp log log10
            log2 log1p modf pow sin sinh sqrt tan tanh cbrt erf erfc fma fmax fmin hypot lgamma lrint lround nearbyint nextafter
            remainder remquo rint round scalbn tgamma trunc j0 j1 jn y0 y1 yn gamma index rindex time clock signal read write
            open close exit abort malloc free calloc realloc memcpy memset memmove memcmp strlen rand srand random remove rename
            select send recv accept bind connect listen pipe link unlink wait sleep access select
            """;

    static final Set<String> ALL = Stream.of(KEYWORDS, LIBRARY)
            .flatMap(words -> Stream.of(words.strip().split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> LIBRARY_FUNCTIONS = Stream.of(FUNCTIONS)
            .flatMap(words -> Stream.of(words.strip().split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private ReservedWords() {}
}
