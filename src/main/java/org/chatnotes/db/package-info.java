/** Opens, migrates and transacts; alone knows which engine holds the data. */
@NullMarked
package org.chatnotes.db;

import org.jspecify.annotations.NullMarked;
