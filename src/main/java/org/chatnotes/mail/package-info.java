/** Addresses; composing and parsing messages. */
@NullMarked
package org.chatnotes.mail;

import org.jspecify.annotations.NullMarked;
