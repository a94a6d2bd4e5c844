package org.printwire.camera;

import java.time.Instant;

/** What a picture is about: when, of which job (null: none), and how far it was in percent. */
public record Caption(Instant time, String job, int percent) {}
