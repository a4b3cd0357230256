package dev.migrate.fire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrate.testkit.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A network between us and the server that fails once: after a certain text has gone to
 * the server so many times, no answer comes back.
 */
final class TcpProxy implements AutoCloseable {

	private final URI server;

	private final TestDatabase database;

	private final ServerSocket door;

	private final String trigger;

	private final Failure failure;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final AtomicInteger left;

	private volatile boolean failed;

	private TcpProxy(TestDatabase database, String trigger, int times, Failure failure) throws IOException {
		this.left = new AtomicInteger(times);
		this.server = URI.create(database.url().substring("jdbc:".length()));
		this.database = database;
		this.trigger = trigger;
		this.failure = failure;
		this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	static TcpProxy failingAfter(String trigger, Failure failure, TestDatabase database) throws IOException {
		return failingAfter(trigger, 1, failure, database);
	}

	static TcpProxy failingAfter(String trigger, int times, Failure failure, TestDatabase database) throws IOException {
		TcpProxy proxy = new TcpProxy(database, trigger, times, failure);
		daemon(proxy::accept);
		return proxy;
	}

	private static void daemon(Runnable work) {
		Thread thread = new Thread(work, "tcp-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	boolean failed() {
		return this.failed;
	}

	/** Named statements would hide the text. */
	PGSimpleDataSource dataSource(String options) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + this.door.getLocalPort() + "/" + this.database.name()
				+ "?prepareThreshold=0" + options);
		dataSource.setUser(this.database.user());
		dataSource.setPassword(this.database.password());
		return dataSource;
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.door.accept();
				Socket upstream = new Socket(this.server.getHost(), this.server.getPort());
				this.sockets.addAll(List.of(client, upstream));
				Line line = new Line(client, upstream);
				daemon(line::toServer);
				daemon(line::toClient);
			}
		}
		catch (IOException ex) {
			// It is closed.
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/** How the network fails. */
	enum Failure {

		/** The connection is closed when the server has answered. */
		CUT,

		/** The connection stays, and is silent. */
		STALL

	}

	private final class Line {

		private final Socket client;

		private final Socket upstream;

		private volatile boolean broken;

		Line(Socket client, Socket upstream) {
			this.client = client;
			this.upstream = upstream;
		}

		void toServer() {
			byte[] buffer = new byte[65536];
			try (InputStream from = this.client.getInputStream(); OutputStream to = this.upstream.getOutputStream()) {
				for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
					String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
					if (text.contains(TcpProxy.this.trigger) && TcpProxy.this.left.decrementAndGet() == 0) {
						this.broken = true;
						TcpProxy.this.failed = true;
					}
					to.write(buffer, 0, length);
					to.flush();
				}
			}
			catch (IOException ex) {
				// One of the two is gone.
			}
			finally {
				close();
			}
		}

		void toClient() {
			byte[] buffer = new byte[65536];
			try {
				InputStream from = this.upstream.getInputStream();
				OutputStream to = this.client.getOutputStream();
				for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
					if (!this.broken) {
						to.write(buffer, 0, length);
						to.flush();
					}
					else if (TcpProxy.this.failure == Failure.CUT) {
						// The server has answered, so it has done what was asked.
						close();
						return;
					}
				}
			}
			catch (IOException ex) {
				// One of the two is gone.
			}
		}

		private void close() {
			try {
				this.client.close();
				this.upstream.close();
			}
			catch (IOException ex) {
				// It was closed already.
			}
		}

	}

}
