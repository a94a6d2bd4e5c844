package org.printwire.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpAnswer;

/** Answers as told, and remembers what was posted as {@code webhook topic}. Unscripted webhooks answer 200. */
final class ScriptedPoster implements Poster {

    final List<String> posted = new CopyOnWriteArrayList<>();
    final List<Optional<Jpeg>> pictures = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Map<String, List<HttpAnswer>> answers = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

    void answer(String webhook, HttpAnswer... script) {
        answers.put(webhook, new CopyOnWriteArrayList<>(script));
    }

    /** Posts of this webhook hang until the latch opens. */
    CountDownLatch hold(String webhook) {
        return held.computeIfAbsent(webhook, id -> new CountDownLatch(1));
    }

    @Override
    public HttpAnswer post(Webhook webhook, Delivery delivery, int attempt, Optional<Jpeg> picture) {
        AtomicInteger count = underWay.computeIfAbsent(webhook.id(), id -> new AtomicInteger());
        mostAtOnce.accumulateAndGet(count.incrementAndGet(), Math::max);
        posted.add(webhook.id() + " " + delivery.topic().title());
        pictures.add(picture);
        try {
            if (held.containsKey(webhook.id())) {
                held.get(webhook.id()).await();
            }
        } catch (InterruptedException e) {
            return new HttpAnswer.Failed("interrupted", false);
        } finally {
            count.decrementAndGet();
        }
        List<HttpAnswer> script = answers.getOrDefault(webhook.id(), new CopyOnWriteArrayList<>());
        return script.isEmpty() ? status(200) : script.remove(0);
    }

    static HttpAnswer status(int status) {
        return new HttpAnswer.Answered(status, Optional.empty(), Optional.empty(), new byte[0], false);
    }
}
