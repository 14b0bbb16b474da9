/** Notes: blocks, revisions, approval. */
@NullMarked
package org.chatnotes.notes;

import org.jspecify.annotations.NullMarked;
