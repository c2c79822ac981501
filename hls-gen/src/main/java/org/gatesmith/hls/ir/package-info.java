/** Structured SSA intermediate representation: programs, functions, regions, operations, values and types. */
@NullMarked
package org.gatesmith.hls.ir;

import org.jspecify.annotations.NullMarked;
