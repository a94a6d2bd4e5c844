package org.printwire.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;

/**
 * How far a call has come: what a failure means depends on it. Told by OkHttp, on whichever thread; asked by the caller
 * afterwards.
 */
final class CallTrace extends EventListener {

    enum Stage { LOOKUP, CONNECT, TLS, SEND, WAIT }

    private volatile Stage stage = Stage.LOOKUP;
    private volatile Response head;

    Stage stage() {
        return stage;
    }

    /** Status and headers as they arrived; null: they did not. OkHttp itself may have found fault with them. */
    Response head() {
        return head;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        stage = Stage.CONNECT;
    }

    @Override
    public void secureConnectStart(Call call) {
        stage = Stage.TLS;
    }

    @Override
    public void requestHeadersStart(Call call) {
        stage = Stage.SEND;
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        stage = request.body() == null ? Stage.WAIT : Stage.SEND;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        stage = Stage.WAIT;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        head = response.code() >= 200 ? response : null;
    }
}
