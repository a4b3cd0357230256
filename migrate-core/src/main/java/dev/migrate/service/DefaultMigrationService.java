package dev.migrate.service;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.event.Listeners;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.DatabaseState;
import dev.migrate.load.LoadReport;
import dev.migrate.load.LoadRequest;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.run.Cancellation;
import dev.migrate.run.DatabaseSession;
import dev.migrate.run.OwnTablesCreation;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.ScriptSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * The service of one database.
 */
public final class DefaultMigrationService implements MigrationService {

	private static final Logger logger = LoggerFactory.getLogger(DefaultMigrationService.class);

	private final Connections connections;

	private final Collection<? extends ScriptSource> sources;

	private final Dialects dialects;

	private final EngineSettings settings;

	private final Listeners listeners;

	private final Logger warnings;

	private volatile @Nullable Dialect dialect;

	/**
	 * Create a service. Nothing is read and no connection opened.
	 * @param connections where connections come from
	 * @param dialects the databases that are supported
	 * @param sources where revisions come from
	 * @param settings how to behave
	 * @param listeners are told about every run
	 */
	public DefaultMigrationService(Connections connections, Dialects dialects,
			Collection<? extends ScriptSource> sources, EngineSettings settings,
			List<? extends MigrationListener> listeners) {
		this(connections, dialects, sources, settings, new Listeners(listeners), logger);
	}

	private DefaultMigrationService(Connections connections, Dialects dialects,
			Collection<? extends ScriptSource> sources, EngineSettings settings, Listeners listeners, Logger warnings) {
		this.connections = connections;
		this.dialects = dialects;
		this.sources = List.copyOf(sources);
		this.settings = settings;
		this.listeners = listeners;
		this.warnings = warnings;
	}

	/** Return a service that nobody listens to. */
	DefaultMigrationService quiet() {
		return new DefaultMigrationService(this.connections, this.dialects, this.sources, this.settings,
				new Listeners(List.of()), NOPLogger.NOP_LOGGER);
	}

	@Override
	public MigrationFolder folder() {
		return MigrationFolder.load(this.sources, fileDialect());
	}

	@Override
	public boolean hasRevisions() {
		for (ScriptSource source : this.sources) {
			if (!source.isEmpty()) {
				return true;
			}
		}
		return false;
	}

	@Override
	public Dialect dialect() {
		Dialect known = this.dialect;
		if (known == null) {
			try (DatabaseSession session = open(this.connections.reading())) {
				known = session.dialect();
			}
		}
		return known;
	}

	@Override
	public Dialect fileDialect() {
		Dialect known = this.dialect;
		return (known != null) ? known : this.dialects.preferred();
	}

	private DatabaseSession open(DataSource dataSource) {
		DatabaseSession session = DatabaseSession.open(dataSource, this.dialects, this.settings.tables());
		this.dialect = session.dialect();
		return session;
	}

	private MigrationFolder folder(DatabaseSession session) {
		return MigrationFolder.load(this.sources, session.dialect());
	}

	@Override
	public StatusReport status() {
		try (DatabaseSession session = open(this.connections.reading())) {
			return new StatusReader(session, folder(session), planContext("")).read();
		}
	}

	@Override
	public Optional<RevisionEntry> find(RevisionId id) {
		return status().revisions().stream().filter((entry) -> entry.revision().id().equals(id)).findFirst();
	}

	@Override
	public MigrationPlan plan(RunRequest request) {
		try (DatabaseSession session = open(this.connections.reading())) {
			DatabaseState state = new StateReader(session).readBesideOthers();
			MigrationFolder folder = folder(session);
			MigrationPlan plan = plan(request, session, folder, state);
			refuse(plan, session, folder, state);
			return plan;
		}
	}

	@Override
	public MigrationPlan pending(RunRequest request) {
		String fingerprint = new Fingerprint(this.sources, request).text();
		try (DatabaseSession session = open(this.connections.reading())) {
			StateReader reader = new StateReader(session);
			return reader.isUpToDate(fingerprint) ? nothing(request)
					: plan(request, session, folder(session), reader.readBesideOthers());
		}
	}

	private static MigrationPlan nothing(RunRequest request) {
		return new MigrationPlan(request.direction(), List.of(), List.of(), List.of(), List.of());
	}

	private MigrationPlan plan(RunRequest request, DatabaseSession session, MigrationFolder folder,
			DatabaseState state) {
		DatabaseState complete = state;
		if (request.direction() == Direction.DOWNGRADE) {
			complete = new StateReader(session).withRecorded(state, folder);
		}
		Planner planner = new Planner(folder, complete, session.dialect(), this.settings.policies(),
				planContext(request.actor()));
		if (request.target() == null) {
			return planner.downgradeUnknown();
		}
		return (request.direction() == Direction.UPGRADE) ? planner.upgrade(request.target())
				: planner.downgrade(request.target());
	}

	// What the plan alone does not tell.
	private void refuse(MigrationPlan plan, DatabaseSession session, MigrationFolder folder, DatabaseState state) {
		new AdoptionCheck(session).refuseUnlessEmpty(plan, state);
		new LintGate(session, folder, this.settings).refuseDangerous(plan);
	}

	private PlanContext planContext(String actor) {
		return new PlanContext(actor, this.settings.applicationVersion());
	}

	@Override
	public MigrationPlan prepare(RunRequest request) {
		MigrationPlan seen;
		try (DatabaseSession session = open(this.connections.reading())) {
			StateReader reader = new StateReader(session);
			String fingerprint = new Fingerprint(this.sources, next(request)).text();
			if (request.direction() == Direction.UPGRADE && reader.isUpToDate(fingerprint)) {
				return nothing(request);
			}
			DatabaseState state = reader.readBesideOthers();
			MigrationFolder folder = folder(session);
			seen = plan(request, session, folder, state);
			refuse(seen, session, folder, state);
		}
		if (!seen.isEmpty() && !this.connections.shared()) {
			open(this.connections.working()).close();
		}
		return seen;
	}

	@Override
	public RunReport run(RunRequest request) {
		RunRequest next = next(request);
		String fingerprint = new Fingerprint(this.sources, next).text();
		FolderReading reading;
		Planned planned;
		try (DatabaseSession session = open(this.connections.reading())) {
			StateReader reader = new StateReader(session);
			if (request.direction() == Direction.UPGRADE && reader.isUpToDate(fingerprint)) {
				return new RunReport(List.of(), List.of(), List.of(), List.of());
			}
			DatabaseState state = reader.readBesideOthers();
			reading = new FolderReading(folder(session), fingerprint);
			MigrationPlan seen = plan(request, session, reading.folder, state);
			for (String warning : seen.warnings()) {
				this.warnings.warn(warning);
			}
			if (seen.isEmpty()) {
				return RunReport.of(seen, List.of());
			}
			refuse(seen, session, reading.folder, state);
			planned = new Planned(state, seen);
			if (this.connections.shared()) {
				return locked(request, session, reading, planned);
			}
		}
		try (DatabaseSession session = open(this.connections.working())) {
			return locked(request, session, reading, planned);
		}
	}

	// What is read again under the lock is the database; the files are ours alone.
	private RunReport locked(RunRequest request, DatabaseSession session, FolderReading reading, Planned planned) {
		LockedRun run = lockedRun(request.direction().name().toLowerCase(Locale.ROOT), request, session, reading);
		return run.execute(
				(state) -> state.isStill(planned.state) ? planned.plan : plan(request, session, reading.folder, state),
				request, planned.state);
	}

	private LockedRun lockedRun(String operation, RunRequest request, DatabaseSession session, FolderReading reading) {
		RunRequest next = next(request);
		return new LockedRun(session, this.settings.withArguments(request.arguments()),
				this.listeners.and(request.listener()), operation, request.actor(),
				new LockedRun.Next((state) -> plan(next, session, reading.folder, state), reading.fingerprint));
	}

	// Whatever is done, what matters to the next boot is whether an upgrade would find
	// something to do.
	private static RunRequest next(RunRequest request) {
		return (request.direction() == Direction.UPGRADE) ? request
				: RunRequest.upgrade(Target.head(), request.actor());
	}

	private FolderReading reading(DatabaseSession session, RunRequest next) {
		String fingerprint = new Fingerprint(this.sources, next).text();
		return new FolderReading(folder(session), fingerprint);
	}

	@Override
	public Script script(ScriptRequest request) {
		if (request.range() != null) {
			return scripting(DialectChoice.of(request.dialect(), this.dialects)).between(request.range(), request);
		}
		try (DatabaseSession session = open(this.connections.reading())) {
			DialectChoice.refuseUnlessSame(request.dialect(), session.dialect(), this.dialects);
			DatabaseState state = new StateReader(session).readBesideOthers();
			RunRequest asked = new RunRequest(request.direction(), request.target(), "", (event) -> {
			}, new Cancellation());
			MigrationPlan plan = plan(asked, session, folder(session), state);
			new AdoptionCheck(session).refuseUnlessEmpty(plan, state);
			return scripting(session.dialect()).write(plan, state, session.tables(), request);
		}
	}

	@Override
	public StampScript script(StampScriptRequest request) {
		if (request.range() != null) {
			return scripting(DialectChoice.of(request.dialect(), this.dialects)).stampBetween(request.range(), request);
		}
		try (DatabaseSession session = open(this.connections.reading())) {
			DialectChoice.refuseUnlessSame(request.dialect(), session.dialect(), this.dialects);
			DatabaseState state = new StateReader(session).readBesideOthers();
			return scripting(session.dialect()).stamp(request.targets(), state, session.tables(), request);
		}
	}

	private Scripting scripting(Dialect chosen) {
		String fingerprint = new Fingerprint(this.sources, RunRequest.upgrade(Target.head(), "")).text();
		return new Scripting(MigrationFolder.load(this.sources, chosen), chosen, this.settings, fingerprint);
	}

	@Override
	public StampReport stamp(StampRequest request) {
		try (DatabaseSession session = open(this.connections.working())) {
			RunRequest next = RunRequest.upgrade(Target.head(), request.actor());
			FolderReading reading = reading(session, next);
			LockedRun run = lockedRun("stamp", next, session, reading);
			return run.journalled(StampRequest.detail(request.targets(), request.tag()), (state, work) -> {
				Stamping stamping = new Stamping(reading.folder, state, new Planner(reading.folder, state,
						session.dialect(), this.settings.policies(), planContext(request.actor())));
				Applied start = request.purge() ? Applied.none() : state.applied();
				return stamping.write(stamping.plan(request.targets(), start), session, run);
			});
		}
	}

	@Override
	public boolean createTables() {
		try (DatabaseSession session = open(this.connections.working())) {
			boolean missing = !new StateReader(session).read().tablesExist();
			new OwnTablesCreation(session).createIfMissing();
			return missing;
		}
	}

	@Override
	public String tablesScript(@Nullable String dialect) {
		if (dialect != null) {
			Dialect chosen = DialectChoice.of(dialect, this.dialects);
			return OwnTablesCreation.script(chosen, this.settings.tables().unbound(chosen));
		}
		try (DatabaseSession session = open(this.connections.reading())) {
			return OwnTablesCreation.script(session.dialect(), session.tables());
		}
	}

	@Override
	public List<RevisionId> repair(RepairRequest request) {
		try (DatabaseSession session = open(this.connections.working())) {
			RunRequest next = RunRequest.upgrade(Target.head(), request.actor()).withArguments(request.arguments());
			FolderReading reading = reading(session, next);
			LockedRun run = lockedRun("repair", next, session, reading);
			Repairs repairs = new Repairs(session, reading.folder, planContext(request.actor()));
			return run.journalled(request.action().word(), (state, work) -> repairs.repair(request, state, run, work));
		}
	}

	@Override
	public LoadReport load(LoadRequest request) {
		try (DatabaseSession session = open(this.connections.working())) {
			return new Loading(session, folder(session)).load(request);
		}
	}

	/**
	 * The revisions as they were read once.
	 *
	 * @param folder all of them
	 * @param fingerprint taken before: a file that comes in between is seen the next time
	 */
	private record FolderReading(MigrationFolder folder, String fingerprint) {
	}

	/** A plan holds as long as the state that it was made from. */
	private record Planned(DatabaseState state, MigrationPlan plan) {
	}

}
