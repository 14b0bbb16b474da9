package org.chatnotes.house.planted.attic;

/** Lives in a room that is on no plan. */
public final class Trunk {}
