package org.printwire.sim;

import java.util.Map;

/**
 * What a simulated printer has seen and done so far.
 *
 * @param received      lines that came in, good or bad, without blank ones
 * @param accepted      lines that went into the command buffer
 * @param executed      commands begun, those of the firmware itself and those begun again after a rewind included
 * @param printLines    commands executed that count for a print, see {@link ExecutedHash}: moves that were taken
 *                      back by a rewind are not among them
 * @param printHash     the hash of these, 16 hexadecimal digits
 * @param resends       {@code Resend:} lines sent
 * @param errors        lines refused, by kind
 * @param faults        faults injected, by name
 * @param rxDropped     bytes lost because the receive ring was full, flushed on overflow, or the board was booting
 * @param rxTimeouts    {@code RX timeout} lines sent
 * @param rxOverflows   {@code Full RX Buffer} lines sent
 * @param boots         banners begun
 * @param bytesReceived bytes from the host, before faults
 * @param bytesSent     bytes to the host, after faults
 */
public record SimulatedReport(long received, long accepted, long executed, long printLines, String printHash,
                              long resends, Map<LineError, Long> errors, Map<String, Long> faults, long rxDropped,
                              long rxTimeouts, long rxOverflows, long boots, long bytesReceived, long bytesSent) {
}
