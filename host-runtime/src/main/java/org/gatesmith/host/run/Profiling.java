package org.gatesmith.host.run;

/** Whether a run also records the values that the kernel's variables take, which needs the interpreter and takes its time. */
public enum Profiling {
    OFF,
    ON
}
