package org.chatnotes.access;

/** What a user may do; an owner may do everything. */
public enum Rights {
    OWNER
}
