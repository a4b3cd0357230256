package dev.migrate.service;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialects;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Comparison;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.Listeners;
import dev.migrate.generate.GenerateRequest;
import dev.migrate.generate.Generated;
import dev.migrate.generate.Recorded;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.run.DatabaseSession;
import dev.migrate.schema.Extension;
import dev.migrate.schema.Schema;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ResourceScriptSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles drift either way: brings the live schema back to what its applied revisions
 * build, or writes down as a revision what is there.
 */
public final class SchemaSettlement {

	private final Autogeneration autogeneration;

	private final Connections connections;

	private final Dialects dialects;

	private final EngineSettings settings;

	private final Listeners listeners;

	SchemaSettlement(Autogeneration autogeneration, Connections connections, Dialects dialects, EngineSettings settings,
			Listeners listeners) {
		this.autogeneration = autogeneration;
		this.connections = connections;
		this.dialects = dialects;
		this.settings = settings;
		this.listeners = listeners;
	}

	/**
	 * Look at what would bring the live schema back. Nothing is changed.
	 * @param answers what has been answered
	 * @return the changes, the questions, and the statements once nothing is asked
	 * @throws MigrateException with DATABASE_AHEAD if the folder lacks an applied
	 * revision
	 */
	public Generated wayBack(Answers answers) {
		return this.autogeneration.with((place) -> wayBack(place, answers));
	}

	private static Generated wayBack(ComparisonPlace place, Answers answers) throws SQLException {
		List<MigrationScript> applied = applied(place);
		return place.generator(applied).repair(applied, place.live(), answers);
	}

	/**
	 * Bring the live schema back, under the lock and in one transaction where the
	 * database can.
	 * @param answers what has been answered
	 * @param agreed the statements that were agreed to
	 * @param actor who asks
	 * @throws MigrateException with DRIFT if other statements are needed by now, or the
	 * schema is not what it should be after them
	 */
	public void bringBack(Answers answers, List<String> agreed, String actor) {
		try (DatabaseSession session = DatabaseSession.open(this.connections.working(), this.dialects,
				this.settings.tables())) {
			LockedRun run = new LockedRun(session, this.settings, this.listeners, "repair", actor, null);
			run.journalled("drift", (state, work) -> this.autogeneration.on(session, (place) -> {
				if (!wayBack(place, answers).upgrade().equals(agreed)) {
					throw new MigrateException(ErrorCode.DRIFT,
							"The schema has changed since the statements were shown, so none was run.",
							"Look again: `db drift`.");
				}
				atOnce(session, () -> bringBack(place, agreed, run));
				return state;
			}));
		}
	}

	private static void bringBack(ComparisonPlace place, List<String> statements, LockedRun run) {
		DatabaseSession session = place.session();
		int number = 0;
		for (String sql : statements) {
			number++;
			try (Statement statement = session.connection().createStatement()) {
				statement.setEscapeProcessing(false);
				statement.execute(sql);
			}
			catch (SQLException ex) {
				DatabaseFailure failure = session.dialect().failure(ex);
				boolean undone = session.dialect().transactionalDdl();
				throw new MigrateException(ErrorCode.STATEMENT_FAILED,
						"Statement " + number + " of " + statements.size() + " failed with SQLSTATE "
								+ failure.sqlState() + ": " + failure.message() + ". "
								+ (undone || number == 1 ? "Nothing was changed." : "Those before it have run."),
						sql, ex);
			}
		}
		run.journal().write(run.identity(), JournalEntry.of(JournalEvent.REPAIRED, String.join(";\n", statements)));
		refuseWhatIsLeft(place);
	}

	private static void refuseWhatIsLeft(ComparisonPlace place) {
		try {
			Comparison left = place.drift().orElseThrow();
			if (!left.isEmpty()) {
				throw new MigrateException(ErrorCode.DRIFT,
						"The schema would not be what its applied revisions build even then: " + String.join("; ",
								left.upgrade().stream().map((operation) -> operation.summary()).toList()) + ".",
						"Write down what is there instead: `db repair --record -m …`.");
			}
		}
		catch (SQLException ex) {
			throw place.session().refused("reading the schema", ex);
		}
	}

	/**
	 * Write down what is there as a revision on top of the applied ones, proven on a
	 * scratch. Nothing is changed.
	 * @param answers what has been answered
	 * @param name how to speak of the new revision
	 * @return the revision's statements, and what of the schema they don't carry
	 * @throws MigrateException with BEHIND if revisions are pending
	 */
	public Recorded record(Answers answers, String name) {
		return this.autogeneration.with((place) -> {
			List<MigrationScript> applied = applied(place);
			List<RevisionId> ids = applied.stream().map((script) -> script.revision().id()).toList();
			List<String> pending = place.folder()
				.graph()
				.revisions()
				.stream()
				.filter((revision) -> !ids.contains(revision.id()))
				.map(Revision::describe)
				.toList();
			if (!pending.isEmpty()) {
				throw new MigrateException(ErrorCode.BEHIND,
						"What is there can't be written on top of revisions that are not applied: "
								+ String.join(", ", pending) + ".",
						"Run `db upgrade` first.");
			}
			Schema live = place.live();
			List<String> extensions = new ArrayList<>();
			if (applied.isEmpty()) {
				// A database that takes the first revision has none of them yet.
				live.all(Extension.class).forEach((extension) -> {
					extensions.add(extension.name());
					extensions.add("\"" + extension.name() + "\"");
				});
			}
			return (extensions.isEmpty() ? place.generator(applied) : place.generatorWithout(extensions))
				.record(this.autogeneration.entities(), new GenerateRequest(applied, answers, false, name), live);
		});
	}

	/**
	 * Mark a revision as applied that was written just now.
	 * @param id which
	 * @param folder where it was written; read only if the application does not see it
	 * @param actor who asks
	 */
	public void stamp(RevisionId id, Path folder, String actor) {
		try (DatabaseSession session = DatabaseSession.open(this.connections.working(), this.dialects,
				this.settings.tables())) {
			LockedRun run = new LockedRun(session, this.settings, this.listeners, "stamp", actor, null);
			List<Target> targets = List.of(Target.of(id));
			run.journalled("to " + id, (state, work) -> this.autogeneration.on(session, (place) -> {
				MigrationFolder known = place.folder();
				if (known.find(id).isEmpty()) {
					known = MigrationFolder
						.load(List.of(new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
								List.of(folder.toUri().toString()))), session.dialect());
				}
				Stamping stamping = new Stamping(known, state, new Planner(known, state, session.dialect(),
						this.settings.policies(), new PlanContext(actor, this.settings.applicationVersion())));
				return stamping.write(stamping.plan(targets, state.applied()), session, run);
			}));
		}
	}

	private static List<MigrationScript> applied(ComparisonPlace place) {
		return place.applied()
			.orElseThrow(() -> new MigrateException(ErrorCode.DATABASE_AHEAD,
					"The database has revisions that this application does not have, so drift can't be told.",
					"Run the command with the newer application, or take them back with `db downgrade --unknown`."));
	}

	private static void atOnce(DatabaseSession session, Runnable work) {
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(
				new SingleConnectionDataSource(session.connection(), false));
		new TransactionTemplate(transactions).executeWithoutResult((status) -> work.run());
	}

}
