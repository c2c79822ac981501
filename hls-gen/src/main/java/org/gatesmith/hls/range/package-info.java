/** What is known of the integers in a program: intervals and bits. */
@NullMarked
package org.gatesmith.hls.range;

import org.jspecify.annotations.NullMarked;
