# HLS project of vector_add for the AMD Virtex UltraScale+ VCU1525, Vitis 2023.2.
#
# The environment variable GATESMITH_STEPS chooses the steps, separated by blanks:
# csim csynth cosim export. Without it: csim csynth. cosim and export synthesise first.

cd [file dirname [file normalize [info script]]]

set steps {csim csynth}
if {[info exists ::env(GATESMITH_STEPS)]} {
    set steps $::env(GATESMITH_STEPS)
}
foreach step $steps {
    if {$step ni {csim csynth cosim export}} {
        error "GATESMITH_STEPS: there is no step \"$step\", only csim, csynth, cosim and export"
    }
}

# Whether any of the named steps was asked for.
proc wanted {args} {
    foreach step $args {
        if {$step in $::steps} {
            return 1
        }
    }
    return 0
}

open_project -reset vector_add_hls
set_top vector_add
add_files vector_add.cpp -cflags "-I. -std=c++17"
add_files vector_add.h
add_files -tb vector_add_tb.cpp -cflags "-I. -std=c++17"
add_files -tb a.npy

open_solution -reset vcu1525 -flow_target vitis
set_part xcvu9p-fsgd2104-2L-e
create_clock -period 3.333 -name default
set_clock_uncertainty 27%

if {[wanted csim]} {
    csim_design -argv {a.npy n=1024}
}
if {[wanted csynth cosim export]} {
    csynth_design
}
if {[wanted cosim]} {
    cosim_design -argv {a.npy n=1024}
}
if {[wanted export]} {
    export_design -format xo -output vector_add.xo
}
exit
