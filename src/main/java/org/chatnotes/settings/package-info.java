/** The group that sends: its name, sender, postal line, zone, language and colours. */
@NullMarked
package org.chatnotes.settings;

import org.jspecify.annotations.NullMarked;
