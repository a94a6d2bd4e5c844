package org.printwire.app;

import java.util.List;
import java.util.Map;
import org.printwire.event.Envelope;
import org.printwire.job.Job;
import org.printwire.job.JobView;
import org.printwire.webhook.Situation;

/** What messages may say of a job: {@link JobView}, as the webhook room asks for it. */
final class JobSituation implements Situation {

    private final JobView view;

    /** @param job null: there is none */
    JobSituation(Job job) {
        view = new JobView(job);
    }

    @Override
    public void on(Envelope envelope) {
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
