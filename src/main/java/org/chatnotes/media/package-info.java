/** Images and files: bytes in the database, by content hash. */
@NullMarked
package org.chatnotes.media;

import org.jspecify.annotations.NullMarked;
