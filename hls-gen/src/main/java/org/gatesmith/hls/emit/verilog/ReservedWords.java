package org.gatesmith.hls.emit.verilog;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.rtl.VerilogKeywords;

/** Words that must not be names in emitted Verilog. */
final class ReservedWords {

    /** Signals that every module has, and words that Verilator warns about because C++ has them (SYMRSVDWORD). */
    private static final String OTHERS = """
            unused asm auto bool catch char compl const_cast delete double dynamic_cast explicit float friend goto inline
            interrupt long mutable namespace operator private public register reinterpret_cast short sizeof static_cast switch
            template throw true false try typename using volatile wchar_t abs min max
            """;

    static final Set<String> ALL = Stream.concat(
                    VerilogKeywords.ALL.stream(), Stream.of(OTHERS.strip().split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private ReservedWords() {}
}
