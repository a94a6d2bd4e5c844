package org.printwire.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.printwire.json.Json;

/** A receiver on 127.0.0.1 that answers 200 and remembers each request as it came. */
final class BodyReceiver extends Dispatcher implements AutoCloseable {

    private final List<RecordedRequest> received = new CopyOnWriteArrayList<>();
    private final MockWebServer server = new MockWebServer();
    private final Runnable before;

    private BodyReceiver(int port, Runnable before) throws IOException {
        this.before = before;
        server.setDispatcher(this);
        server.start(port);
    }

    static BodyReceiver open() throws IOException {
        return new BodyReceiver(0, () -> { });
    }

    /** At this port: where nobody listened before. */
    static BodyReceiver at(int port) throws IOException {
        return new BodyReceiver(port, () -> { });
    }

    /** @param before runs at each request, while the sender waits for the answer */
    static BodyReceiver open(Runnable before) throws IOException {
        return new BodyReceiver(0, before);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        before.run();
        received.add(request);
        return new MockResponse.Builder().code(200).build();
    }

    String site() {
        return "127.0.0.1:" + server.getPort();
    }

    List<RecordedRequest> all() {
        return List.copyOf(received);
    }

    List<RecordedRequest> at(String path) {
        return received.stream().filter(request -> request.getRequestLine().contains(" " + path + " ")).toList();
    }

    /** The topics of JSON bodies, in the order in which they came. */
    List<String> topics() {
        return received.stream().map(request -> Json.parseObject(request.getBody().utf8()).get("topic").toString()).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
