/** What must be right before a note may be sent. */
@NullMarked
package org.chatnotes.checks;

import org.jspecify.annotations.NullMarked;
