package org.chatnotes.house.planted.lists;

/** A store that others can reach. */
public final class ListStore {}
