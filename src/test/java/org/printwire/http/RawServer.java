package org.printwire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that does to each connection whatever a test wants, which no well-behaved one would do. */
final class RawServer implements AutoCloseable {

    /** @see #of */
    @FunctionalInterface
    interface Conduct {
        void meet(Socket socket) throws Exception;
    }

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket server) {
        this.server = server;
    }

    /** The connection is closed after {@code conduct}. */
    static RawServer of(Conduct conduct) throws IOException {
        RawServer raw = new RawServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        daemon(() -> raw.accept(conduct));
        return raw;
    }

    /** Reads each request, writes this and closes. */
    static RawServer saying(String answer) throws IOException {
        RawServer[] self = new RawServer[1];
        self[0] = of(socket -> {
            self[0].read(socket);
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
        });
        return self[0];
    }

    private void accept(Conduct conduct) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> {
                    try (socket) {
                        conduct.meet(socket);
                    } catch (Exception e) {
                        // The client has gone, which is what some tests are about.
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    /** A request with its body, which Content-Length tells; kept for {@link #requests}. */
    String read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        int end = -1;
        int length = 0;
        for (int each = in.read(); each >= 0; each = in.read()) {
            text.append((char) each);
            if (end < 0 && text.toString().endsWith("\r\n\r\n")) {
                end = text.length();
                String head = text.toString().toLowerCase(java.util.Locale.ROOT);
                int at = head.indexOf("content-length: ");
                length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
            }
            if (end >= 0 && text.length() == end + length) {
                break;
            }
        }
        if (text.isEmpty()) {
            throw new EOFException("no request");
        }
        requests.add(text.toString());
        return text.toString();
    }

    /** So that the other side gets a reset, not an end. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    /** As read, Latin-1. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    boolean allClosedByTheClient() {
        return sockets.stream().allMatch(Socket::isClosed);
    }

    String site() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
