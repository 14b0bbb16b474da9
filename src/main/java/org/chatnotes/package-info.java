/** The application: one process, its configuration and its wiring. */
@NullMarked
package org.chatnotes;

import org.jspecify.annotations.NullMarked;
