/** Lists, programmes, roles, subscriptions: who receives this? */
@NullMarked
package org.chatnotes.lists;

import org.jspecify.annotations.NullMarked;
