/**
 * What must outlive the program, in one SQLite file: the messages that wait for a webhook, and what became of the
 * others. JDBC and SQLite are not seen outside.
 */
package org.printwire.store;
