/** Templates, and editors' HTML made safe and turned into text. */
@NullMarked
package org.chatnotes.markup;

import org.jspecify.annotations.NullMarked;
