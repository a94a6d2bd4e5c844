package org.printwire.app;

import org.printwire.config.PrinterProfile;
import org.printwire.marlin.FirmwareReport;
import org.printwire.printer.PrinterException;

/** A last look before a job begins, when the printer has said what it is. On the printer thread. */
public interface Inspection {

    /** Everything may be printed. */
    Inspection NONE = (firmware, profile) -> { };

    /**
     * Returns if the job may be printed there.
     *
     * @param firmware what the printer says of itself
     * @param profile  the one that is used: the user's choice, else by what the printer says
     * @throws PrinterException it may not; see {@link PrinterException#unfit}
     */
    void inspect(FirmwareReport firmware, PrinterProfile profile) throws PrinterException;
}
