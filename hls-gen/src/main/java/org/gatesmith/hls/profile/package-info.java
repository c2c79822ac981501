/** What numbers a kernel meets when it runs: the widths and ranges that data really need. */
@NullMarked
package org.gatesmith.hls.profile;

import org.jspecify.annotations.NullMarked;
