/** What a feature hands the process: workers with a tick, and how the process stops. */
@NullMarked
package org.chatnotes.runtime;

import org.jspecify.annotations.NullMarked;
