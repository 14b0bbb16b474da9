/** One revision to one audience at one time: freeze, fan out, progress. */
@NullMarked
package org.chatnotes.editions;

import org.jspecify.annotations.NullMarked;
