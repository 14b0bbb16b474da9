/** The commands of bin/chatnotes. */
@NullMarked
package org.chatnotes.cli;

import org.jspecify.annotations.NullMarked;
