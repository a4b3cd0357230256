package dev.migrate.boot.actuate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.migrate.boot.descriptor.DatabaseDescriptor;
import dev.migrate.boot.descriptor.Descriptor;
import dev.migrate.boot.descriptor.MigrationsDescriptor;
import dev.migrate.boot.descriptor.ProblemDescriptor;
import dev.migrate.boot.descriptor.RevisionDescriptor;
import dev.migrate.boot.descriptor.RevisionDetailDescriptor;
import dev.migrate.boot.descriptor.RunDescriptor;
import dev.migrate.boot.descriptor.SqlDescriptor;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationListener;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.Cancellation;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.RunInProgress;
import dev.migrate.service.RunReport;
import dev.migrate.service.RunRequest;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * {@link Endpoint @Endpoint} to look at the revisions of an application and, where the
 * operator allows it, to upgrade and downgrade. What is written is in its extensions.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint implements ApplicationContextAware, ApplicationListener<ContextClosedEvent> {

	/** The id of the endpoint. */
	static final EndpointId ID = EndpointId.of("migrations");

	private final MigrationDatabases databases;

	private final Show showSql;

	private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

	private volatile boolean closing;

	private @Nullable ApplicationContext context;

	/**
	 * Create an endpoint.
	 * @param databases of the application
	 * @param showSql whether the statements of revisions are shown; without a web request
	 * nobody is authorized
	 */
	public MigrationsEndpoint(MigrationDatabases databases, Show showSql) {
		this.databases = databases;
		this.showSql = showSql;
	}

	/**
	 * Look at every database.
	 * @return the fields of a {@link MigrationsDescriptor}
	 */
	@ReadOperation
	public Map<String, Object> migrations() {
		Map<String, Descriptor> described = new LinkedHashMap<>();
		this.databases.all().forEach((name, service) -> described.put(name, describe(service)));
		return body(new MigrationsDescriptor(described));
	}

	// One of several that can't be read must not hide the others.
	private Descriptor describe(MigrationService service) {
		try {
			return DatabaseDescriptor.of(service.status());
		}
		catch (MigrateException ex) {
			if (this.databases.all().size() == 1) {
				throw ex;
			}
			return ProblemDescriptor.of(ex);
		}
	}

	/**
	 * Look at one revision.
	 * @param revision its full id
	 * @param database its database; null if only one has it
	 * @return the fields of a {@link RevisionDetailDescriptor}, or null if neither folder
	 * nor database has the revision
	 */
	@ReadOperation
	public @Nullable Map<String, Object> revision(@Selector String revision, @Nullable String database) {
		return revision(revision, database, this.showSql == Show.ALWAYS);
	}

	@Nullable Map<String, Object> revision(String revision, @Nullable String database, boolean withSql) {
		Collection<String> names = (database != null) ? List.of(this.databases.name(database))
				: this.databases.all().keySet();
		if (!RevisionId.isValid(revision)) {
			return null;
		}
		RevisionId id = RevisionId.of(revision);
		Map<String, RevisionEntry> found = new LinkedHashMap<>();
		names.forEach((name) -> this.databases.get(name).find(id).ifPresent((entry) -> found.put(name, entry)));
		if (found.size() > 1) {
			throw new MigrateException(ErrorCode.USAGE,
					"Several databases have revision " + id + ": " + String.join(", ", found.keySet()) + ".",
					"Say which: …/" + id + "?database=" + found.keySet().iterator().next());
		}
		for (Map.Entry<String, RevisionEntry> only : found.entrySet()) {
			return body(new RevisionDetailDescriptor(RevisionDescriptor.of(only.getValue()), List.of(),
					withSql ? sql(this.databases.get(only.getKey()), id) : null));
		}
		return null;
	}

	private static @Nullable SqlDescriptor sql(MigrationService service, RevisionId id) {
		return service.folder()
			.find(id)
			.map((script) -> SqlDescriptor.of(script.upgrade(service.dialect()), script.downgrade(service.dialect())))
			.orElse(null);
	}

	Map<String, Object> run(Order order, String actor) {
		MigrationService service = this.databases.get(order.database());
		Target target = target(order);
		Cancellation cancellation = new Cancellation();
		RunRequest request = new RunRequest(order.direction(), target, actor, MigrationListener.NONE, cancellation);
		RunDescriptor run;
		this.running.add(cancellation);
		try {
			if (this.closing) {
				cancellation.cancel();
			}
			run = order.dryRun() ? RunDescriptor.of(service.plan(request)) : run(service, request);
		}
		finally {
			this.running.remove(cancellation);
		}
		// Whoever may run the statements may see them, unless nobody may.
		return body((this.showSql == Show.NEVER) ? run.withoutSql() : run);
	}

	/**
	 * Stop what runs when the application closes, while its web server still answers:
	 * later the pool would take the connection away in the midst of a statement.
	 */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing = true;
			this.running.forEach(Cancellation::cancel);
		}
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		this.context = applicationContext;
	}

	private static RunDescriptor run(MigrationService service, RunRequest request) {
		StatusReport before = service.status();
		if (before.running() != null) {
			throw locked(before.running());
		}
		RunReport report = service.run(request);
		// The short way to "nothing to do" does not learn what is applied.
		return RunDescriptor.of((report.steps().isEmpty() && report.from().isEmpty())
				? new RunReport(before.current(), before.current(), List.of(), report.warnings()) : report);
	}

	// A boot may wait for another run for minutes, a request should not.
	private static MigrateException locked(RunInProgress running) {
		return new MigrateException(ErrorCode.LOCKED,
				"Another run holds the lock: " + running.describe() + ". Nothing was run.",
				"Try again when it has ended.");
	}

	private static Target target(Order order) {
		if (order.revision() != null) {
			return TargetParser.parse(order.revision());
		}
		if (order.direction() == Direction.DOWNGRADE) {
			throw new MigrateException(ErrorCode.USAGE, "A downgrade needs to be told where to.",
					"Send {\"revision\": \"-1\"} to take back the newest revision, or the id of the one to go back to.");
		}
		return Target.head();
	}

	private static Map<String, Object> body(Descriptor descriptor) {
		return OperationResponseBody.of(descriptor.fields());
	}

	/**
	 * What is asked for.
	 *
	 * @param direction up or down
	 * @param revision where to, or null
	 * @param database which, or null
	 * @param dryRun whether to plan only
	 */
	record Order(Direction direction, @Nullable String revision, @Nullable String database, boolean dryRun) {
	}

}
