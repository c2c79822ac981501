package org.gatesmith.board;

/** Something wrong at a place of a JSON document, before the place is looked up in the text. */
record Finding(String pointer, String message) {}
