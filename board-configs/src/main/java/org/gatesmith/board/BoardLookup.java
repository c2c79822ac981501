package org.gatesmith.board;

import java.util.List;
import java.util.stream.Collectors;

/** The answer to a question for a board: the board, or why there is none. */
public sealed interface BoardLookup {

    /**
     * The board.
     *
     * @param board what the file says
     * @param json the file itself
     */
    record Found(Board board, String json) implements BoardLookup {}

    /**
     * No board has that name.
     *
     * @param name what was asked for
     * @param known the names there are
     */
    record Unknown(String name, List<String> known) implements Failure {
        public Unknown {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "there is no board \"" + name + "\"" + NearestName.hint(name, known)
                    + "\nknown boards: " + String.join(", ", known)
                    + "; or give the path of a board file that ends in .json";
        }
    }

    /**
     * The file is not a valid board.
     *
     * @param file the file as the user named it
     * @param problems everything found wrong, in the order of the file
     */
    record Invalid(String file, List<BoardProblem> problems) implements Failure {
        public Invalid {
            problems = List.copyOf(problems);
        }

        @Override
        public String message() {
            return problems.stream().map(problem -> problem.text(file)).collect(Collectors.joining("\n"));
        }
    }

    /** Either way of not finding a board. */
    sealed interface Failure extends BoardLookup {
        /** What is wrong and what to do, in one or more lines. */
        String message();
    }
}
