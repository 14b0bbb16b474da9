/** What a reader does without a password: preferences and leaving. */
@NullMarked
package org.chatnotes.preferences;

import org.jspecify.annotations.NullMarked;
