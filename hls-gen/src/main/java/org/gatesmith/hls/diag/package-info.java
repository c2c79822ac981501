/** Diagnostics: stable ids, source spans, caret printer. */
@NullMarked
package org.gatesmith.hls.diag;

import org.jspecify.annotations.NullMarked;
