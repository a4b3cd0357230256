package dev.migrate.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import dev.migrate.sql.CodeAction;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Runs the code of a revision on the connection of the run. The transaction stays the
 * run's: the code can't end it.
 */
final class CodeRunner {

	private final Connection connection;

	private final Cancellation cancellation;

	private final Map<String, String> arguments;

	CodeRunner(Connection connection, Cancellation cancellation, Map<String, String> arguments) {
		this.connection = connection;
		this.cancellation = cancellation;
		this.arguments = arguments;
	}

	/**
	 * Run it.
	 * @param code whose work is to be done
	 * @throws Exception whatever the code throws
	 */
	void run(CodeAction code) throws Exception {
		if (this.cancellation.requested()) {
			throw new SQLException("The run was interrupted", "57014");
		}
		Guard guard = new Guard(this.connection);
		try {
			code.work().run(new Template(guard.connection(), this.cancellation), this.arguments);
		}
		finally {
			guard.end();
			this.cancellation.end();
		}
	}

	/** Tells which statement can be cancelled. */
	private static final class Template extends JdbcTemplate {

		private final Cancellation cancellation;

		Template(Connection connection, Cancellation cancellation) {
			super(new SingleConnectionDataSource(connection, true));
			this.cancellation = cancellation;
		}

		@Override
		protected void applyStatementSettings(Statement statement) throws SQLException {
			super.applyStatementSettings(statement);
			this.cancellation.begin(statement);
			if (this.cancellation.requested()) {
				throw new SQLException("The run was interrupted", "57014");
			}
		}

	}

	/** Lets through what works on data, and nothing once the code has ended. */
	private static final class Guard implements InvocationHandler {

		private final Connection connection;

		private volatile boolean ended;

		Guard(Connection connection) {
			this.connection = connection;
		}

		Connection connection() {
			return (Connection) Proxy.newProxyInstance(CodeRunner.class.getClassLoader(),
					new Class<?>[] { Connection.class }, this);
		}

		void end() {
			this.ended = true;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
			switch (method.getName()) {
				case "equals" -> {
					return arguments != null && proxy == arguments[0];
				}
				case "hashCode" -> {
					return System.identityHashCode(proxy);
				}
				case "close", "isClosed", "toString" -> {
					return passed(method, arguments);
				}
				default -> {
					refuse(method, arguments);
					return passed(method, arguments);
				}
			}
		}

		private void refuse(Method method, Object @Nullable [] arguments) throws SQLException {
			if (this.ended) {
				throw new SQLException("The code of the revision has ended, and with it its use of the connection");
			}
			boolean endsTransaction = switch (method.getName()) {
				case "commit", "setAutoCommit", "abort" -> true;
				case "rollback" -> arguments == null;
				default -> false;
			};
			if (endsTransaction) {
				throw new SQLException("The code of a revision runs in the transaction of the run, which commits or"
						+ " undoes it: " + method.getName() + " is not its to call");
			}
		}

		private @Nullable Object passed(Method method, Object @Nullable [] arguments) throws Throwable {
			if (method.getName().equals("close")) {
				return null;
			}
			try {
				return method.invoke(this.connection, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

	}

}
