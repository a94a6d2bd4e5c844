/**
 * The words of Marlin and Prusa firmware: how a command is framed for the wire, and what each received line means. Pure
 * functions and small state machines on the JDK alone; no port, thread or clock. What decides are the recordings of
 * real firmware in src/test/resources/transcripts.
 */
package org.printwire.marlin;
