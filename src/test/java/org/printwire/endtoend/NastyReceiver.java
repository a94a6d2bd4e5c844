package org.printwire.endtoend;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receiver that fails three of ten requests, each in one of five ways, having read them: it breaks the connection off,
 * never answers, answers 500, drips its answer, or breaks off in the middle of it. Keeps all that came whole, in order.
 */
final class NastyReceiver implements AutoCloseable {

    private static final Pattern TEXT = Pattern.compile("\"text\":\"(\\d+)\"|name=\"text\"\\s+(\\d+)");
    private static final double FAILS = 0.3;

    /** @param taken the sender was told so, or may have been */
    record Arrival(String webhook, long number, String eventId, boolean taken, boolean picture) {}

    final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Random random;
    private volatile Consumer<Integer> onArrival = count -> { };

    NastyReceiver(long seed) throws IOException {
        random = new Random(seed);
        daemon("receiver", this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Hears how many have arrived, each time one does. */
    void onArrival(Consumer<Integer> listener) {
        onArrival = listener;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon("connection", () -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (one(in, socket)) {
                // the next request on the same connection
            }
        } catch (IOException e) {
            // the sender was killed
        }
    }

    private boolean one(InputStream in, Socket socket) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String requestLine = line(in);
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
        }
        if (requestLine == null) {
            return false;
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return false;   // the sender died in the middle of it
        }
        int kind = choose();
        arrived(requestLine, headers, new String(body, StandardCharsets.ISO_8859_1), kind == 0 || kind >= 4);
        return answer(kind, socket, in);
    }

    /** 0: well; 1 to 5: a way to fail. */
    private synchronized int choose() {
        return random.nextDouble() < FAILS ? 1 + random.nextInt(5) : 0;
    }

    private synchronized void arrived(String requestLine, Map<String, String> headers, String body, boolean taken) {
        Matcher text = TEXT.matcher(body);
        if (!text.find()) {
            throw new AssertionError("no number in " + body.substring(0, Math.min(200, body.length())));
        }
        String number = text.group(1) == null ? text.group(2) : text.group(1);
        arrivals.add(new Arrival(requestLine.split(" ")[1].substring(1), Long.parseLong(number),
                headers.get("X-Printwire-Event-Id"), taken, body.contains("snapshot.jpg")));
        onArrival.accept(arrivals.size());
    }

    private static boolean answer(int kind, Socket socket, InputStream in) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (kind) {
            case 1 -> {
                socket.setSoLinger(true, 0);   // a reset
                return false;
            }
            case 2 -> {
                in.read();   // stalls until the sender gives up
                return false;
            }
            case 3 -> out.write("HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case 4 -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nslow".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                in.read();   // the rest never comes
                return false;
            }
            case 5 -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
                return false;
            }
            default -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
        return true;
    }

    /** Null at the end. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
