package org.gatesmith.hls.emit.hlscpp;

import java.util.List;
import org.gatesmith.hls.emit.Statement;

/**
 * A function as the template sees it.
 *
 * @param comment lines above it
 * @param head its declaration without the brace, in lines
 * @param body pragmas and statements
 */
public record FunctionView(List<String> comment, List<String> head, List<Statement> body) {

    public FunctionView {
        comment = List.copyOf(comment);
        head = List.copyOf(head);
        body = List.copyOf(body);
    }
}
