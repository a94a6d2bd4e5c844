package org.printwire.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.printwire.camera.CameraDesk;
import org.printwire.camera.Cameras;
import org.printwire.camera.Jpeg;
import org.printwire.config.Configuration;
import org.printwire.config.WebhookSection;
import org.printwire.http.HttpRoom;
import org.printwire.job.PastPrints;
import org.printwire.time.Time;
import org.printwire.webhook.Rehearsal;
import org.printwire.webhook.Trial;
import org.printwire.webhook.Webhook;

/** Sends messages of a print that never was: wires what {@code printwire webhook test} needs. One thread. */
public final class TestBench implements AutoCloseable {

    private final Time time;
    private final Webhook webhook;
    private final HttpRoom http;
    private final CameraDesk cameras;
    private final Trial trial;

    /** @param warnings hears of a camera that gives no picture */
    public TestBench(Time time, HostThreads threads, Configuration configuration, WebhookSection section, String version,
            Consumer<String> warnings) {
        this.time = time;
        webhook = Webhook.of(section, version);
        http = new HttpRoom(time);
        Cameras found = Cameras.of(configuration.cameras(), http, version);
        found.problems().forEach(warnings);
        cameras = new CameraDesk(found.cameras(), time, threads::make, warnings);
        trial = new Trial(webhook, http, time);
    }

    /** What its templates will not do as their author thinks. */
    public List<String> problems() {
        return webhook.problems();
    }

    /**
     * A message that can be shown or sent.
     *
     * @throws IllegalArgumentException there is no event of that name
     */
    public Prepared prepare(String event) {
        Rehearsal rehearsal = Rehearsal.of(webhook, event, new JobSituation(SampleJob.job(), () -> PastPrints.NONE), time.wall());
        Optional<Jpeg> picture = rehearsal.delivery().picture() == null ? Optional.empty()
                : PostOffice.pictures(cameras).picture(rehearsal.delivery().picture(), rehearsal.caption(),
                        webhook.settings().snapshotLimit()).join();
        return new Prepared(trial, rehearsal, picture);
    }

    /** A message, with its picture if one could be had. */
    public record Prepared(Trial trial, Rehearsal rehearsal, Optional<Jpeg> picture) {

        /** As on the wire. */
        public String topic() {
            return rehearsal.delivery().topic().title();
        }

        /** The request, secrets covered; sends nothing. */
        public List<String> show() {
            return trial.show(rehearsal.delivery(), picture);
        }

        public Trial.Result send() {
            return trial.send(rehearsal.delivery(), picture);
        }
    }

    @Override
    public void close() {
        cameras.close();
        http.close();
    }
}
