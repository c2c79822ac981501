package org.gatesmith.hls.ir;

/** Text that is not a program in the text form of the IR. */
public final class IrSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * @param line counted from 1
     * @param column counted from 1
     */
    public IrSyntaxException(int line, int column, String message) {
        super(line + ":" + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
