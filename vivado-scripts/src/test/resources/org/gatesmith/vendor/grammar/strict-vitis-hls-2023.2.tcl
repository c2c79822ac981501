# The Tcl commands of Vitis HLS 2023.2 as strict checkers: every option and value must be one that the
# release knows, and commands must come in an order that makes sense. Usage: tclsh THIS SCRIPT
#
# Options and values: UG1399 2023.2, command reference (open_project, open_solution, add_files, set_top,
# set_part, create_clock, set_clock_uncertainty, csim_design, csynth_design, cosim_design, export_design)
# and "Tcl to Config File Command Map". Prints each design command it is given.

# command -> {options {name kind ...} operands {kind ...} after {command ...}}
set grammar {
    open_project {
        options {-reset flag}
        operands {name}
        after {}
    }
    set_top {
        options {}
        operands {name}
        after {open_project}
    }
    add_files {
        options {-tb flag -cflags text -csimflags text}
        operands {file}
        after {open_project}
    }
    open_solution {
        options {-reset flag -flow_target {vivado vitis}}
        operands {name}
        after {open_project}
    }
    set_part {
        options {}
        operands {part}
        after {open_solution}
    }
    create_clock {
        options {-period number -name name}
        operands {}
        after {open_solution}
    }
    set_clock_uncertainty {
        options {}
        operands {uncertainty}
        after {create_clock}
    }
    csim_design {
        options {-O flag -argv text -clean flag -ldflags text -mflags text -profile flag -setup flag}
        operands {}
        after {set_top add_files set_part}
    }
    csynth_design {
        options {}
        operands {}
        after {set_top add_files set_part create_clock}
    }
    cosim_design {
        options {
            -O flag -argv text -disable_deadlock_detection flag -enable_dataflow_profiling flag
            -enable_fifo_sizing flag -ldflags text -mflags text -random_stall flag -rtl {verilog vhdl}
            -setup flag -trace_level {none all} -wave_debug flag
        }
        operands {}
        after {csynth_design}
    }
    export_design {
        options {
            -description text -display_name text -flow {syn impl} -format {ip_catalog xo syn_dcp sysgen}
            -ipname name -library text -output output -rtl {verilog VHDL} -vendor text -version text
        }
        operands {}
        after {csynth_design}
    }
}

set patterns {
    name        {^[A-Za-z_][A-Za-z0-9_-]*$}
    part        {^xc[a-z0-9]+-[a-z0-9]+-[A-Za-z0-9-]+$}
    number      {^[0-9]+(\.[0-9]+)?$}
    uncertainty {^[0-9]+(\.[0-9]+)?%?$}
    output      {^[A-Za-z0-9_./-]+\.(xo|zip)$}
    text        {.}
}

set seen {}

proc fits {kind value} {
    if {$kind eq "file"} {
        return [file isfile $value]
    }
    if {[dict exists $::patterns $kind]} {
        return [regexp [dict get $::patterns $kind] $value]
    }
    return [expr {$value in $kind}]
}

proc demand {command what kind value} {
    if {![fits $kind $value]} {
        error "$command: \"$value\" will not do for $what ($kind)"
    }
}

proc check {command arguments} {
    set rule [dict get $::grammar $command]
    foreach earlier [dict get $rule after] {
        if {$earlier ni $::seen} {
            error "$command before $earlier"
        }
    }
    lappend ::seen $command
    set operands {}
    while {[llength $arguments] > 0} {
        set arguments [lassign $arguments word]
        if {[string index $word 0] ne "-"} {
            lappend operands $word
            continue
        }
        if {![dict exists $rule options $word]} {
            error "$command: unknown option $word"
        }
        set kind [dict get $rule options $word]
        if {$kind ne "flag"} {
            if {[llength $arguments] == 0} {
                error "$command: no value for $word"
            }
            set arguments [lassign $arguments value]
            demand $command $word $kind $value
        }
    }
    if {[llength $operands] != [llength [dict get $rule operands]]} {
        error "$command: wrong number of operands: $operands"
    }
    foreach operand $operands kind [dict get $rule operands] {
        demand $command operand $kind $operand
    }
    if {[string match *_design $command]} {
        puts $command
    }
}

foreach command [dict keys $grammar] {
    proc $command {args} "check $command \$args"
}

if {[catch {source [lindex $argv 0]} message]} {
    puts stderr $message
    exit 1
}
puts stderr "the script has no exit: an interactive tool would wait"
exit 1
