/** Series: the defaults of notes that belong together, and their numbers. */
@NullMarked
package org.chatnotes.series;

import org.jspecify.annotations.NullMarked;
