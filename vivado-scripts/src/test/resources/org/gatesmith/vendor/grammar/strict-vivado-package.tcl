# The Tcl commands of Vivado that package a kernel, as strict checkers: every option must be one that the command has, every file
# must exist, and commands must come in an order that makes sense. Usage: tclsh THIS SCRIPT
#
# Options: UG835 2023.2 (create_project, add_files, set_property, update_compile_order, current_fileset), UG1118 2023.2 (ipx
# commands), UG1393 2023.2 (package_xo). Prints what is packaged.

set seen {}

proc complain {text} {
    puts stderr $text
    exit 1
}

proc once {command after} {
    foreach before $after {
        if {$before ni $::seen} {
            complain "$command before $before"
        }
    }
    lappend ::seen $command
}

# Splits words into options and operands; flags take no value.
proc parse {command words options flags} {
    set values {}
    set operands {}
    for {set i 0} {$i < [llength $words]} {incr i} {
        set word [lindex $words $i]
        if {$word in $flags} {
            dict set values $word 1
        } elseif {$word in $options} {
            incr i
            if {$i >= [llength $words]} {
                complain "$command: $word has no value"
            }
            dict set values $word [lindex $words $i]
        } elseif {[string match -* $word]} {
            complain "$command: no option $word"
        } else {
            lappend operands $word
        }
    }
    return [list $values $operands]
}

proc require_file {file} {
    if {![file exists $file]} {
        complain "no file $file"
    }
}

proc create_project {args} {
    once create_project {}
    lassign [parse create_project $args {-part} {-force -in_memory}] values operands
    if {![regexp {^xc[a-z0-9]+-[a-z0-9]+-[A-Za-z0-9-]+$} [dict get $values -part]]} {
        complain "no part [dict get $values -part]"
    }
    if {[llength $operands] != 2} {
        complain "create_project: name and folder"
    }
}
proc add_files {args} {
    once add_files {create_project}
    lassign [parse add_files $args {-fileset} {-norecurse}] values operands
    foreach file $operands {
        require_file $file
        if {[file extension $file] ne ".v"} {
            complain "add_files: $file is no Verilog"
        }
    }
}
proc current_fileset {} { return sources_1 }
proc set_property {name value object} {
    set known {top name version sdx_kernel sdx_kernel_type}
    if {$name ni $known} {
        complain "no property $name"
    }
    lappend ::seen $name
}
proc update_compile_order {args} {
    once update_compile_order {add_files}
    parse update_compile_order $args {-fileset} {}
}
namespace eval ipx {
    proc package_project {args} {
        ::once ipx::package_project {update_compile_order top}
        ::parse ipx::package_project $args {-root_dir -vendor -library -taxonomy -set_current} {-import_files -force}
    }
    proc current_core {} {
        if {"ipx::package_project" ni $::seen} {
            ::complain "no core"
        }
        return core
    }
    proc associate_bus_interfaces {args} {
        ::once ipx::associate_bus_interfaces {ipx::package_project}
        lassign [::parse ipx::associate_bus_interfaces $args {-busif -clock -reset} {}] values operands
        if {[dict get $values -clock] ne "ap_clk" || $operands ne "core"} {
            ::complain "ipx::associate_bus_interfaces $args"
        }
    }
    proc create_xgui_files {core} { ::once ipx::create_xgui_files {ipx::package_project} }
    proc update_checksums {core} { ::once ipx::update_checksums {ipx::create_xgui_files} }
    proc save_core {core} { ::once ipx::save_core {ipx::update_checksums sdx_kernel sdx_kernel_type} }
}
proc package_xo {args} {
    once package_xo {ipx::save_core}
    lassign [parse package_xo $args {-xo_path -kernel_name -ip_directory -kernel_xml} {-force}] values operands
    require_file [dict get $values -kernel_xml]
    puts "package_xo [dict get $values -kernel_name]"
}

source [lindex $argv 0]
