package org.printwire.config;

/** Whether lines are packed (MeatPack). */
public enum PackingChoice {
    /** If the printer says that it unpacks, or is a Prusa with firmware 3.13 or later. */
    AUTO,
    /** It is tried on any printer. One that does not answer gets text. */
    ON,
    /** Text. */
    OFF
}
