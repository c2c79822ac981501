/** Tests about the repository itself: its architecture, its build files, its launcher. */
@NullMarked
package org.gatesmith.host.repository;

import org.jspecify.annotations.NullMarked;
