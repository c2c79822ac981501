package org.gatesmith.hls.frontend;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatesmith.hls.rtl.VerilogKeywords;

/** Which names a kernel may have: the name is that of a C++ function, an OpenCL kernel and a Verilog module. */
final class KernelNames {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Names that implementations of C++ keep for themselves (C++17 lex.name). */
    private static final Pattern RESERVED = Pattern.compile("_[A-Z].*|.*__.*|_.*");

    /** Keywords and alternative tokens of C++17 (lex.key), and the function that a program starts with. */
    private static final String CPLUSPLUS = """
            alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t class compl const
            constexpr const_cast continue decltype default delete do double dynamic_cast else enum explicit export extern false
            float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private
            protected public register reinterpret_cast return short signed sizeof static static_assert static_cast struct switch
            template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t
            while xor xor_eq main
            """;

    /** Words of OpenCL C that C++ does not have (OpenCL C 1.2, 6.1.9). */
    private static final String OPENCL =
            "kernel global local constant read_only write_only read_write half uchar ushort uint ulong";

    /**
     * Functions of the C and POSIX libraries that headers declare where the kernel is, with which a kernel of their name would
     * clash: it has C linkage.
     */
    private static final String LIBRARY = """
            abort abs access acos acosh alarm asin asinh atan atan2 atanh atexit atof atoi atol bcmp bcopy bind
            bsearch bzero calloc cbrt ceil chdir chmod chown clock close connect copysign cos cosh creat ctime
            difftime div dup dup2 erf erfc execl execv exit exp exp2 expm1 fabs fclose fdim feof ferror fflush
            fgetc fgets floor fma fmax fmin fmod fopen fprintf fputc fputs fread free frexp fscanf fseek ftell
            fwrite gamma getc getchar getenv getopt getpid hypot ilogb index j0 j1 jn kill labs ldexp ldiv
            lgamma link llabs lldiv llrint llround log log10 log1p log2 logb longjmp lrint lround lseek malloc
            memchr memcmp memcpy memmove memset modf nan nearbyint nextafter nice open pause pipe pow printf
            putc putchar puts qsort raise rand random read realloc recv remainder remove remquo rename rewind
            rindex rint round scalbn scanf select send signal significand sin sinh sleep snprintf socket sprintf
            sqrt srand sscanf stat strcat strchr strcmp strcpy strlen strstr strtol swab sync system tan tanh
            tgamma time tmpfile tolower toupper trunc ungetc unlink write y0 y1 yn
            """;

    private static final Set<String> FUNCTIONS = Set.of(LIBRARY.strip().split("\\s+"));

    private static final Set<String> WORDS = Stream.concat(
                    Stream.of(CPLUSPLUS, OPENCL)
                            .flatMap(words -> Stream.of(words.strip().split("\\s+"))),
                    VerilogKeywords.ALL.stream())
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    private KernelNames() {}

    /** What is wrong with a name; empty when nothing is. */
    static Optional<String> fault(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            return Optional.of("is not a C identifier");
        }
        if (WORDS.contains(name)) {
            return Optional.of("is a reserved word of C++, OpenCL C or SystemVerilog");
        }
        if (FUNCTIONS.contains(name)) {
            return Optional.of("is a function of the C library, with which a kernel of that name would clash");
        }
        return RESERVED.matcher(name).matches()
                ? Optional.of("starts with an underscore or has two in a row, which C++ reserves")
                : Optional.empty();
    }
}
