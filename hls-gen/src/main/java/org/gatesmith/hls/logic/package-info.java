/** Logic of single bits, and how many LUTs it takes. */
@NullMarked
package org.gatesmith.hls.logic;

import org.jspecify.annotations.NullMarked;
