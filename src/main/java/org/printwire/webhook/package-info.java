/**
 * Events to web requests: which webhook hears of what, in which words, when it is sent and what becomes of it. Sees
 * the camera room only for its pictures ({@code Jpeg}, {@code Caption}).
 */
package org.printwire.webhook;
