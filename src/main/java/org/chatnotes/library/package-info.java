/** Resources, quotes, frameworks of codes: one row however often a thing appears. */
@NullMarked
package org.chatnotes.library;

import org.jspecify.annotations.NullMarked;
