package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file asks by M862, and what the printer said when it was asked M115. */
class PrinterReportTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "M862.3 P \"MK3S\" | Prusa i3 MK3S | ''",
        "M862.3 P \"MK3SMMU2S\" | Prusa i3 MK3S | ''",
        "M862.3 P \"MK3\" | Prusa i3 MK3S | similarPrinter",
        "M862.3 P \"MK2.5S\" | Prusa i3 MK3S | wrongPrinter!",
        "M862.3 P \"MK3S\" | Prusa i3 MK2.5 | wrongPrinter!",
        "M862.2 P302 | Prusa i3 MK2.5S | wrongPrinter!",
        "M862.2 P20302 | Prusa i3 MK3S | ''",
        "M862.2 P300 | Prusa i3 MK3S | similarPrinter",
        "; printer_model = MK3S | Prusa i3 MK2.5 | wrongPrinter!",
        "; printer_model = ENDER3 | Prusa i3 MK3S | ''",
        // What another firmware calls itself says nothing.
        "M862.3 P \"MK3S\" | Ender-3 V2 | ''",
        "G28 | Prusa i3 MK3S | ''",
        "M862.4 P3.14.0 | Prusa i3 MK3S | ''",
        "M862.4 P3.13.9 | Prusa i3 MK3S | ''",
        "M862.4 P3.14.1 | Prusa i3 MK3S | oldFirmware",
        "M862.4 P4 | Prusa i3 MK3S | oldFirmware",
        "M862.4 P | Prusa i3 MK3S | ''",
    })
    void a_file_for_another_printer_is_harmful_and_one_for_newer_firmware_doubtful(String line, String machine, String codes)
            throws IOException {
        assertThat(new PrinterReport(machine, "Prusa-Firmware 3.14.0-BETA1+8052_0c9bf5d43 based on Marlin")
                .warnings(facts(line).figures()).stream().map(each -> each.code() + (each.harmful() ? "!" : ""))
                .collect(Collectors.joining(" "))).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "M862.1 P0.4/; nozzle_diameter = 0.4 | ''",
        "M862.1 P0.40 | ''",
        "M862.1 P0.6/; nozzle_diameter = 0.4 | wrongNozzle",
        "; nozzle_diameter = 0.6 | ''",
    })
    void a_nozzle_that_is_not_the_one_sliced_for_is_doubtful(String file, String codes) throws IOException {
        assertThat(PrinterLimits.anyPrinter(facts(file)).stream().map(FileWarning::code).collect(Collectors.joining(" ")))
                .isEqualTo(codes);
    }

    private static FileFacts facts(String file) throws IOException {
        return FileFacts.survey(new ByteArrayInputStream((file.replace('/', '\n') + '\n').getBytes(ISO_8859_1)), SurveyPlan.PRUSA);
    }
}
