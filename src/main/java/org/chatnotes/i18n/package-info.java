/** Messages in the reader's language, from the bundles in <code>i18n/</code>. */
@NullMarked
package org.chatnotes.i18n;

import org.jspecify.annotations.NullMarked;
