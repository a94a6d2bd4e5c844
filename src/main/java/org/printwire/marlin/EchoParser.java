package org.printwire.marlin;

import java.util.List;
import java.util.Optional;

/** {@code echo:text}: a line of the boot banner, of the multi-material unit, or a text for people. */
final class EchoParser {

    private static final List<Prefix> BANNER = List.of(
            new Prefix("last updated:"), new Prefix("compiled:"), new Prefix("free memory:"),
            new Prefix("sd init fail"), new Prefix("sd card ok"), new Prefix("no eeprom"),
            new Prefix("stored settings retrieved"), new Prefix("hardcoded default settings loaded"),
            new Prefix("settings stored"), new Prefix("prusa"), new Prefix("marlin"));

    private EchoParser() {}

    static Optional<Reply> read(String text) {
        if (!Prefix.ECHO.begins(text)) {
            return Optional.empty();
        }
        String said = Prefix.ECHO.cutFrom(text);
        Optional<Reply> mmu = MmuParser.read(said);
        if (mmu.isPresent()) {
            return mmu;
        }
        boolean banner = said.isEmpty() || version(said) || BANNER.stream().anyMatch(line -> line.begins(said));
        return Optional.of(banner ? new Reply.Chatter(text) : new Reply.Echo(said));
    }

    /** {@code 3.14.0-BETA1+8052_0c9bf5d43}. */
    private static boolean version(String said) {
        Cursor cursor = new Cursor(said);
        return cursor.whole().isPresent() && cursor.skip('.') && cursor.whole().isPresent() && cursor.skip('.')
                && said.indexOf(' ') < 0;
    }
}
