/**
 * Prusa's binary G-code ({@code .bgcode}) as the text that slicers write: from the outside only
 * {@link org.printwire.gcode.bgcode.BgcodeStream}. After the published specification of libbgcode, version 1.
 */
package org.printwire.gcode.bgcode;
