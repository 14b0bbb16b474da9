/** The series a note belongs to: its rule, numbers and defaults. */
@NullMarked
package org.chatnotes.series;

import org.jspecify.annotations.NullMarked;
