/** Transformations and analyses of the intermediate representation, one class each. */
@NullMarked
package org.gatesmith.hls.pass;

import org.jspecify.annotations.NullMarked;
