package org.printwire.serial;

/**
 * A serial port that this machine has, as far as can be told without opening it.
 *
 * @param path the device, as {@code /dev/ttyACM0}; another number may be given to it after a replug
 * @param byId its link in {@code /dev/serial/by-id}, which stays the same; empty if it has none
 * @param vendor the USB vendor id; 0 if it is no USB device
 * @param product the USB product id
 * @param usbName the product's name from its USB descriptor; empty if it has none
 * @param manufacturer the maker's name from the USB descriptor; empty if it has none
 * @param serialNumber from the USB descriptor; empty if it has none
 * @param prusa whether it is one of Prusa's own USB ids
 */
public record PortCandidate(
        String path,
        String byId,
        int vendor,
        int product,
        String usbName,
        String manufacturer,
        String serialNumber,
        boolean prusa) {

    /** The name that stays valid the longest: by-id where there is one, else the path. */
    public String stableName() {
        return byId.isEmpty() ? path : byId;
    }

    /** For a person: {@code /dev/ttyACM0  Original Prusa i3 MK3 (2c99:0002)}. */
    public String description() {
        if (vendor == 0) {
            return path + "  built-in serial port";
        }
        String name = usbName.isEmpty() ? "USB device without a name" : usbName;
        return "%s  %s (%04x:%04x)".formatted(path, name, vendor, product);
    }
}
