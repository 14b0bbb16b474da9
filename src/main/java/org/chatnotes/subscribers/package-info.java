/** People, their addresses and what they consented to. */
@NullMarked
package org.chatnotes.subscribers;

import org.jspecify.annotations.NullMarked;
