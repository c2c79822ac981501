/** Dense linear algebra: each kernel with the reference model that it is checked against. */
@NullMarked
package org.gatesmith.library.linalg;

import org.jspecify.annotations.NullMarked;
