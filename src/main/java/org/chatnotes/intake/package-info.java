/** Documents into blocks, with a log of every repair. */
@NullMarked
package org.chatnotes.intake;

import org.jspecify.annotations.NullMarked;
