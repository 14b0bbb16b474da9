/** Keys in the database, and the opaque tokens that readers' links carry. */
@NullMarked
package org.chatnotes.signing;

import org.jspecify.annotations.NullMarked;
