/**
 * Boards as data: one JSON file per board, its JSON Schema, and the records that read them. Figures carry the public
 * source they were taken from; units are in the names.
 */
@NullMarked
package org.gatesmith.board;

import org.jspecify.annotations.NullMarked;
