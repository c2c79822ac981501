@NullMarked
package org.gatesmith.hls.emit.tornado;

import org.jspecify.annotations.NullMarked;
