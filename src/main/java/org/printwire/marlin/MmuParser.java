package org.printwire.marlin;

import java.util.Optional;

/** What the multi-material unit has to say (Prusa MK3 3.12 and later): {@code MMU2:..}, {@code FINDA ..}. */
final class MmuParser {

    private static final Prefix MMU = new Prefix("MMU2:");
    private static final Prefix FINDA = new Prefix("FINDA ");

    private MmuParser() {}

    static Optional<Reply> read(String text) {
        return MMU.begins(text) || FINDA.begins(text)
                ? Optional.of(new Reply.Mmu(MMU.cutFrom(text)))
                : Optional.empty();
    }
}
