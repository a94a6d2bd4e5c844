package org.printwire.config;

/** What may be written into a picture; {@code z} is the height of the layer in mm. */
public enum CaptionPart { FILE, PERCENT, LAYER, Z, TIME }
