/**
 * The one place that writes and reads JSON. Other rooms get and give plain Java types; Jackson is not seen outside,
 * and is loaded at the first use.
 */
package org.printwire.json;
