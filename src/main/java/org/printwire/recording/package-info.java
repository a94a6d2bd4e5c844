/** What was said both ways on the serial line: its text form, its files, and a replay of it. */
package org.printwire.recording;
