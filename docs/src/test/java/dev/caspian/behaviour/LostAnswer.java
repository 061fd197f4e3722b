package dev.caspian.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** A line to a server that breaks when the server has answered one kind of statement: nobody hears what it said. */
final class LostAnswer implements AutoCloseable {

    private final ServerSocket line;
    private final String url;
    private final URI server;
    private final String statement;

    /**
     * Opens a line.
     *
     * @param jdbcUrl the address of the server
     * @param statement the text of the statement whose answer is lost
     */
    LostAnswer(String jdbcUrl, String statement) {
        try {
            this.line = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.url = jdbcUrl.replace(":" + server.getPort() + "/", ":" + line.getLocalPort() + "/");
        this.statement = statement;
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    /** The address of the server on this line. */
    String url() {
        return url;
    }

    private void accept() {
        try {
            while (true) {
                Call call = new Call(line.accept(), new Socket(server.getHost(), server.getPort()));
                start(call::ask);
                start(call::answer);
            }
        } catch (IOException e) {
            // The line is closed.
        }
    }

    /** One connection. */
    private final class Call {

        private final Socket client;
        private final Socket database;
        private volatile boolean asked;

        Call(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void ask() {
            copy(client, database, sent -> asked = asked || sent.contains(statement));
        }

        void answer() {
            copy(database, client, received -> {
                if (asked) {
                    hangUp();
                }
            });
        }

        private void copy(Socket from, Socket to, Consumer<String> listener) {
            byte[] buffer = new byte[8192];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    listener.accept(new String(Arrays.copyOf(buffer, read), StandardCharsets.ISO_8859_1));
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // One of both has hung up.
            }
        }

        private void hangUp() {
            try {
                client.close();
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
