/** Pictures of a print on the disk, and the film that is made of them. */
package org.printwire.timelapse;
