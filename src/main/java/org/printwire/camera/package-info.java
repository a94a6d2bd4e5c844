/** Pictures of the print: cameras behind one interface, one desk that runs them so that they disturb nobody. */
package org.printwire.camera;
