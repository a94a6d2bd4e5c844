package org.printwire.stream;

/** Where new lines come from. */
interface LineSource {

    /** Has none. */
    LineSource NONE = new LineSource() {
        @Override
        public Line peek(long number) {
            return null;
        }

        @Override
        public void took() {
            throw new IllegalStateException("there was no line to take");
        }
    };

    /**
     * The next new line, which is not gone before {@link #took}; null: none may go out now.
     *
     * @param number what it would be numbered
     */
    Line peek(long number);

    /** It went out. */
    void took();
}
