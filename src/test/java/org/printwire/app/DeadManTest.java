package org.printwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.printer.JobRunner.Start;

class DeadManTest {

    private final List<String> warnings = new ArrayList<>();

    @Test
    void a_Prusa_is_told_its_limit_before_the_job_and_its_own_again_behind_it() throws Exception {
        Start job = around("prusa-mk3s", Duration.ofMinutes(5), new Start(7, List.of("G28"), List.of("M84")));

        assertThat(job).isEqualTo(new Start(7, List.of("M86 S300", "G28"), List.of("M84", "M86 S1800")));
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_Marlin_is_told_nothing_and_the_user_is() throws Exception {
        assertThat(around("ender-3", Duration.ofMinutes(5), Start.USUAL)).isEqualTo(Start.USUAL);
        assertThat(warnings).hasSize(1).first().asString().contains("printer.deadMan does nothing here");
    }

    @Test
    void nothing_is_sent_and_nothing_is_said_where_none_is_wanted() throws Exception {
        assertThat(around("prusa-mk3s", null, Start.USUAL)).isEqualTo(Start.USUAL);
        assertThat(warnings).isEmpty();
    }

    private Start around(String profile, Duration limit, Start job) throws Exception {
        PrinterProfile chosen = new ProfileLoader().load(profile);
        return DeadMan.of(chosen, limit).around(job, warnings::add);
    }
}
