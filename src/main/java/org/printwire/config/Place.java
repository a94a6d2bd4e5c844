package org.printwire.config;

/**
 * Where a value is in its file, for the problem that may be found with it.
 *
 * @param line  from 1
 * @param where its key, as in {@code webhooks[0].data.text}
 */
record Place(Problems problems, int line, String where) {

    void problem(String what, String fix) {
        problems.add(line, where, what, fix);
    }

    /** Of a value under a key of this one. */
    Place key(String key, int keyLine) {
        return new Place(problems, keyLine, where.isEmpty() ? key : where + "." + key);
    }

    /** Of a value in this list. */
    Place item(int index, int itemLine) {
        return new Place(problems, itemLine, where + "[" + index + "]");
    }
}
