/** Lowering of the intermediate representation to statements of a C-like language, shared by the back ends that print C. */
@NullMarked
package org.gatesmith.hls.emit;

import org.jspecify.annotations.NullMarked;
