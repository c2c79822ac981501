/** What a kernel looks like from outside: parameters, element types, directions, shapes and value ranges. */
@NullMarked
package org.gatesmith.hls.signature;

import org.jspecify.annotations.NullMarked;
