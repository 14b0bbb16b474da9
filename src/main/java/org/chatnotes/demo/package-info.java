/** The demonstration: the notes of March 2025 and their seven readers. */
@NullMarked
package org.chatnotes.demo;

import org.jspecify.annotations.NullMarked;
