/** The built-in inbox: a loopback mail server with pages. */
@NullMarked
package org.chatnotes.inbox;

import org.jspecify.annotations.NullMarked;
