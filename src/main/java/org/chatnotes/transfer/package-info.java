/** Subscribers in from files and out to files. */
@NullMarked
package org.chatnotes.transfer;

import org.jspecify.annotations.NullMarked;
