package org.chatnotes.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of people, by id in the order shown.
 *
 * @param back and {@code next}: where the pages before and after begin; null at either end
 */
public record People(List<Long> ids, PeopleQuery.@Nullable Cursor back, PeopleQuery.@Nullable Cursor next) {}
