package dev.migrate.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a driver and its server, counts how often one waits for the other, and
 * can make the way longer. A round trip is an answer of the server to a burst of the
 * client.
 */
public final class WireCounter implements AutoCloseable {

	private final ServerSocket listener;

	private final String host;

	private final int port;

	private final Duration oneWay;

	private final AtomicLong roundTrips = new AtomicLong();

	private final AtomicLong received = new AtomicLong();

	private final AtomicLong connections = new AtomicLong();

	private final AtomicLong statements = new AtomicLong();

	private WireCounter(String host, int port, Duration roundTrip) throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.host = host;
		this.port = port;
		this.oneWay = roundTrip.dividedBy(2);
	}

	/**
	 * Open a way to a server.
	 * @param url of a database, {@code jdbc:postgresql://host:port/name}
	 * @param roundTrip how much longer each round trip takes
	 * @return the way, to be closed by the caller
	 */
	public static WireCounter to(String url, Duration roundTrip) {
		URI address = URI.create(url.substring("jdbc:".length()));
		try {
			WireCounter counter = new WireCounter(address.getHost(), address.getPort(), roundTrip);
			start("accept", counter::accept);
			return counter;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Lead a URL through this way.
	 * @param url of a database on the server
	 * @return the same database, seen from here
	 */
	public String through(String url) {
		return url.replace(this.host + ":" + this.port, "127.0.0.1:" + this.listener.getLocalPort());
	}

	public long roundTrips() {
		return this.roundTrips.get();
	}

	/**
	 * Return how many bytes the server has sent.
	 * @return bytes
	 */
	public long received() {
		return this.received.get();
	}

	public long connections() {
		return this.connections.get();
	}

	/**
	 * Return how often a client asked the server to execute something: each simple query
	 * and each execution of a prepared one.
	 * @return how often
	 */
	public long statements() {
		return this.statements.get();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.listener.accept();
			Socket server = new Socket(this.host, this.port);
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			this.connections.incrementAndGet();
			Turn turn = new Turn();
			ClientMessages messages = new ClientMessages();
			start("up", () -> pump(client, server, (buffer, read) -> {
				turn.take(Side.CLIENT);
				this.statements.addAndGet(messages.statements(buffer, read));
			}));
			start("down", () -> pump(server, client, (buffer, read) -> {
				if (turn.take(Side.SERVER)) {
					this.roundTrips.incrementAndGet();
				}
				this.received.addAndGet(read);
			}));
		}
	}

	private void pump(Socket from, Socket to, Ear ear) throws IOException {
		byte[] buffer = new byte[1 << 16];
		try (InputStream in = from.getInputStream(); Way out = way(to)) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				ear.hear(buffer, read);
				out.send(buffer, read);
			}
		}
	}

	private Way way(Socket to) throws IOException {
		OutputStream out = to.getOutputStream();
		if (!this.oneWay.isZero()) {
			return LongWay.to(out, this.oneWay);
		}
		return new Way() {

			@Override
			public void send(byte[] buffer, int length) throws IOException {
				out.write(buffer, 0, length);
			}

			@Override
			public void close() throws IOException {
				out.close();
			}

		};
	}

	static void start(String name, Pump pump) {
		Thread thread = new Thread(() -> {
			try {
				pump.run();
			}
			catch (IOException ex) {
				// One of the two has hung up.
			}
		}, "wire-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private enum Side {

		CLIENT, SERVER

	}

	interface Pump {

		void run() throws IOException;

	}

	/** Where pieces go to. */
	interface Way extends AutoCloseable {

		void send(byte[] buffer, int length) throws IOException;

		@Override
		void close() throws IOException;

	}

	private interface Ear {

		void hear(byte[] buffer, int read);

	}

	/** Who spoke last. */
	private static final class Turn {

		private Side last = Side.SERVER;

		/** Return whether the other one spoke before. */
		synchronized boolean take(Side side) {
			boolean changed = this.last != side;
			this.last = side;
			return changed;
		}

	}

}
