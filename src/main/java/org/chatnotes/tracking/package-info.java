/** Short links whose targets can be corrected after sending. */
@NullMarked
package org.chatnotes.tracking;

import org.jspecify.annotations.NullMarked;
