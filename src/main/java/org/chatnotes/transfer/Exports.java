package org.chatnotes.transfer;

import java.io.OutputStream;

/** Hands people out as files. */
public final class Exports {
    /** Writes a list as CSV that imports back without loss. Gives how many people it wrote. */
    public long write(String list, OutputStream out) {
        throw new UnsupportedOperationException();
    }
}
