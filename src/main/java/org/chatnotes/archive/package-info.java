/** The public archive of sent editions. */
@NullMarked
package org.chatnotes.archive;

import org.jspecify.annotations.NullMarked;
