package org.gatesmith.host.synthesis;

/** Is told how a synthesis goes, by several threads. */
public interface SynthesisProgress {

    /** The design is cut into so many parts. */
    void cut(int parts);

    /**
     * A part is worked on.
     *
     * @param pass what Yosys does with it now
     */
    void works(String module, String pass);

    /** A part is done. */
    void done(String module);

    /** Nobody wants to know. */
    SynthesisProgress NONE = new SynthesisProgress() {
        @Override
        public void cut(int parts) {}

        @Override
        public void works(String module, String pass) {}

        @Override
        public void done(String module) {}
    };
}
