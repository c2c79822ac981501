/** Executes the intermediate representation directly: the reference for passes and back ends. */
@NullMarked
package org.gatesmith.hls.interp;

import org.jspecify.annotations.NullMarked;
