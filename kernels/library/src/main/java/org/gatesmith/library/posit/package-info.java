/**
 * The posit number format and the PDPU fused dot-product kernel, each with an exact reference model.
 */
@NullMarked
package org.gatesmith.library.posit;

import org.jspecify.annotations.NullMarked;
