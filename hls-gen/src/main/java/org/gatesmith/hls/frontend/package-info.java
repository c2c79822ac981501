/** From annotated Java source, attributed by javac, to the intermediate representation. */
@NullMarked
package org.gatesmith.hls.frontend;

import org.jspecify.annotations.NullMarked;
