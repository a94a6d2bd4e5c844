/** What is written down of a running job, so that another host can go on with it when this one has died. */
package org.printwire.checkpoint;
