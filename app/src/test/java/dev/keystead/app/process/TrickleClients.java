package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many connections that send or take a byte whenever they are told to. Not safe for use by many threads. */
final class TrickleClients implements AutoCloseable {
    private static final int SMALL_BUFFER = 4096;

    private final List<SocketChannel> channels = new ArrayList<>();
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

    private boolean isClosed(SocketChannel channel) {
        try {
            channel.write(sent.duplicate());
            if (channel.read(ByteBuffer.allocate(taken)) >= 0) {
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
