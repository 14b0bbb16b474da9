/** What happened, written in the same transaction as the change itself. */
@NullMarked
package org.chatnotes.events;

import org.jspecify.annotations.NullMarked;
