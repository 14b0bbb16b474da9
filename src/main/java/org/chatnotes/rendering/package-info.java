/** A note and a variant into mail, text and page. */
@NullMarked
package org.chatnotes.rendering;

import org.jspecify.annotations.NullMarked;
