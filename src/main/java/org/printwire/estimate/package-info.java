/** How long a file takes: the firmware's planner, in arithmetic. Pure. */
package org.printwire.estimate;
