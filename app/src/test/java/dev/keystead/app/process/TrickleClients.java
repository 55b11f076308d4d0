package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Many connections that send or take a byte whenever they are told to. Not safe for use by many threads. */
final class TrickleClients implements AutoCloseable {
    private static final int SMALL_BUFFER = 4096;
    private static final int PAUSE_MILLIS = 20;

    private final List<SocketChannel> channels = new ArrayList<>();
    private final Set<SocketChannel> answered = new HashSet<>();
    private final ByteBuffer sent;
    private final int taken;

    /**
     * @param sent what each sends, a byte at a time
     * @param taken how many bytes each takes at a time at the most
     */
    TrickleClients(char sent, int taken) {
        this.sent = ByteBuffer.wrap(new byte[] {(byte) sent});
        this.taken = taken;
    }

    /** Makes so many connections, each of which begins with these words when all are there. */
    TrickleClients connect(String address, int count, String beginning) throws IOException {
        URI uri = URI.create(address);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            channels.add(channel);
        }
        for (SocketChannel channel : channels) {
            channel.write(ByteBuffer.wrap(beginning.getBytes(ISO_8859_1)));
            channel.configureBlocking(false);
        }
        return this;
    }

    /** A byte more for each. Returns how many the server still bears. */
    int goOn() {
        channels.removeIf(this::isClosed);
        return channels.size();
    }

    /**
     * Waits until so many have been answered something.
     *
     * @throws TimeoutException if they have not after this time
     */
    void awaitAnswers(int count, Duration longest) throws IOException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + longest.toNanos();
        while (answered.size() < count) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(answered.size() + " were answered, and not " + count);
            }
            for (SocketChannel channel : channels) {
                take(channel);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private int take(SocketChannel channel) throws IOException {
        int count = channel.read(ByteBuffer.allocate(taken));
        if (count > 0) {
            answered.add(channel);
        }
        return count;
    }

    private boolean isClosed(SocketChannel channel) {
        try {
            channel.write(sent.duplicate());
            if (take(channel) >= 0) {
                return false;
            }
            channel.close();
            return true;
        } catch (IOException cut) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
