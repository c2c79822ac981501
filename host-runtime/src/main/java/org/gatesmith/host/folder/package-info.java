/**
 * The folder that a run leaves behind: everything it used and made, or the hash of it, a journal of what is finished, and the
 * means to continue, check and compare it later.
 */
@NullMarked
package org.gatesmith.host.folder;

import org.jspecify.annotations.NullMarked;
