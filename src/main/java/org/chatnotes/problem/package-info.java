/** The one error type: what went wrong, in a sentence for a person, and which kind of wrong it is. */
@NullMarked
package org.chatnotes.problem;

import org.jspecify.annotations.NullMarked;
