/** Users, passwords, sessions and API tokens. */
@NullMarked
package org.chatnotes.access;

import org.jspecify.annotations.NullMarked;
