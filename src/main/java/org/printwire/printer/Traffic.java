package org.printwire.printer;

/**
 * Sees every line both ways, for logs and recordings. Called on the printer thread: it must not wait.
 */
public interface Traffic {

    /** Nobody looks. */
    Traffic NONE = new Traffic() {
        @Override
        public void sent(String line, long nanos) { }

        @Override
        public void received(String line, long nanos) { }
    };

    /** A line went out; without its line end. */
    void sent(String line, long nanos);

    /** A line came in; without its line end. */
    void received(String line, long nanos);
}
