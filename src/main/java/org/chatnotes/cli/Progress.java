package org.chatnotes.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work is: a bar on a terminal, a plain line at each tenth elsewhere; on standard error either way. */
final class Progress implements AutoCloseable {
    private static final PrintStream ERR = System.err;

    private final String what;
    private final long whole;
    private final @Nullable ProgressBar bar;
    private long tenths;

    private Progress(String what, long whole, @Nullable ProgressBar bar) {
        this.what = what;
        this.whole = whole;
        this.bar = bar;
    }

    static Progress of(String what, long whole) {
        boolean terminal = System.console() != null;
        return new Progress(
                what,
                whole,
                terminal
                        ? new ProgressBarBuilder()
                                .setTaskName(what)
                                .setInitialMax(whole)
                                .setStyle(ProgressBarStyle.ASCII)
                                .build()
                        : null);
    }

    void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        } else if (whole > 0 && done * 10 / whole > tenths) {
            tenths = done * 10 / whole;
            ERR.println(what + ": " + Math.min(100, done * 100 / whole) + " %");
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
