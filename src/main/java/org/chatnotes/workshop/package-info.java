/** The editors' pages that show several rooms. */
@NullMarked
package org.chatnotes.workshop;

import org.jspecify.annotations.NullMarked;
