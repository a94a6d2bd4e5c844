package org.printwire.app;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.printwire.event.Envelope;
import org.printwire.job.Job;
import org.printwire.job.JobView;
import org.printwire.job.PastPrints;
import org.printwire.webhook.Situation;

/** What messages may say of a job: {@link JobView}, as the webhook room asks for it. */
final class JobSituation implements Situation {

    private final JobView view;
    private Supplier<PastPrints> past;

    /** @param past what was printed before: asked once, with the first event, by the thread that brings it */
    JobSituation(Job job, Supplier<PastPrints> past) {
        this.view = new JobView(job);
        this.past = past;
    }

    @Override
    public void on(Envelope envelope) {
        if (past != null) {
            view.past(past.get());
            past = null;
        }
        view.on(envelope);
    }

    @Override
    public Map<String, Object> values() {
        return view.values();
    }

    @Override
    public List<Map<String, Object>> thumbnails() {
        return view.thumbnails();
    }
}
