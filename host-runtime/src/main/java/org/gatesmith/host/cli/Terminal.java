package org.gatesmith.host.cli;

import java.io.Console;
import java.time.Duration;

/** The terminal, for lines on it that change while work goes on. */
final class Terminal {

    /** Returns to the start of the line and clears it (ECMA-48, erase in line). */
    static final String CLEAR = "\r\u001b[K";

    private static final Duration TICK = Duration.ofSeconds(1);

    private Terminal() {}

    /** Whether somebody can read such a line. */
    @SuppressWarnings("SystemConsoleNull") // null again from JDK 25 on where there is no terminal
    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Does something every second from when it is started until it is interrupted. */
    static Thread everySecond(Runnable action) {
        return Thread.ofVirtual().unstarted(() -> {
            try {
                while (true) {
                    Thread.sleep(TICK);
                    action.run();
                }
            } catch (InterruptedException _) {
                // the work is done
            }
        });
    }
}
