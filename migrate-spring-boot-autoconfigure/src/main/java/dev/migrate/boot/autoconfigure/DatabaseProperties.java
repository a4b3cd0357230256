package dev.migrate.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.plan.Policies;
import dev.migrate.plan.Policy;
import dev.migrate.plan.TransactionMode;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TableNames;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * What is configured for a database: for the only one, or for all that say nothing else.
 */
public abstract class DatabaseProperties extends ConnectionProperties {

	/**
	 * Whether to upgrade the database when the application starts.
	 */
	private boolean autoUpgrade;

	/**
	 * What to do about pending revisions when the application starts without upgrading.
	 */
	private OnPending onPending = OnPending.WARN;

	/**
	 * Revision to upgrade to when the application starts: head, heads, an id or a label.
	 */
	private String target = "head";

	/**
	 * Locations of revision files, read recursively.
	 */
	private List<String> locations = new ArrayList<>(List.of("classpath:db/migrations"));

	/**
	 * Packages whose classes annotated with @Revision are revisions, packages below them
	 * included. Revisions that are beans need not be listed.
	 */
	private List<String> javaPackages = new ArrayList<>();

	/**
	 * Folder that new revisions are written to. By default the folder of the module that
	 * the main class was loaded from.
	 */
	private @Nullable String sourceDirectory;

	/**
	 * Name of the table of applied revisions.
	 */
	private String versionTable = "migrate_version";

	/**
	 * Name of the table that journals every run.
	 */
	private String journalTable = "migrate_journal";

	/**
	 * Name of the table of leased locks.
	 */
	private String lockTable = "migrate_lock";

	/**
	 * Schema of the tables of migrations. By default the current schema of the
	 * connection.
	 */
	private @Nullable String schema;

	/**
	 * How many revisions share a transaction.
	 */
	private Transaction transaction = Transaction.PER_REVISION;

	/**
	 * Longest wait of a statement for a lock. Zero for no limit; off for statements that
	 * work concurrently.
	 */
	private Duration lockTimeout = Duration.ofSeconds(10);

	/**
	 * Longest time of a statement. No limit by default.
	 */
	private @Nullable Duration statementTimeout;

	/**
	 * Template of the names of new revision files.
	 */
	private String fileTemplate = "{date}_{time}_{rev}_{slug}";

	/**
	 * What to do when an applied revision was edited.
	 */
	private OnChanged onChanged = OnChanged.FAIL;

	/**
	 * What to do when the database has revisions that the application does not have, and
	 * nothing is pending.
	 */
	private OnUnknown onUnknown = OnUnknown.WARN;

	/**
	 * Names that are compared, as schema.table with * for any letters. Everything by
	 * default.
	 */
	private List<String> include = new ArrayList<>();

	/**
	 * Names that are left alone, as schema.table with * for any letters.
	 */
	private List<String> exclude = new ArrayList<>();

	private final Lock lock = new Lock();

	@NestedConfigurationProperty
	private final ScratchProperties scratch = new ScratchProperties();

	@NestedConfigurationProperty
	private final LintProperties lint = new LintProperties();

	public boolean isAutoUpgrade() {
		return this.autoUpgrade;
	}

	public void setAutoUpgrade(boolean autoUpgrade) {
		this.autoUpgrade = autoUpgrade;
	}

	public OnPending getOnPending() {
		return this.onPending;
	}

	public void setOnPending(OnPending onPending) {
		this.onPending = onPending;
	}

	public String getTarget() {
		return this.target;
	}

	public void setTarget(String target) {
		this.target = target;
	}

	public List<String> getJavaPackages() {
		return this.javaPackages;
	}

	public void setJavaPackages(List<String> javaPackages) {
		this.javaPackages = javaPackages;
	}

	public List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(List<String> locations) {
		this.locations = locations;
	}

	public @Nullable String getSourceDirectory() {
		return this.sourceDirectory;
	}

	public void setSourceDirectory(@Nullable String sourceDirectory) {
		this.sourceDirectory = sourceDirectory;
	}

	public String getVersionTable() {
		return this.versionTable;
	}

	public void setVersionTable(String versionTable) {
		this.versionTable = versionTable;
	}

	public String getJournalTable() {
		return this.journalTable;
	}

	public void setJournalTable(String journalTable) {
		this.journalTable = journalTable;
	}

	public String getLockTable() {
		return this.lockTable;
	}

	public void setLockTable(String lockTable) {
		this.lockTable = lockTable;
	}

	public @Nullable String getSchema() {
		return this.schema;
	}

	public void setSchema(@Nullable String schema) {
		this.schema = schema;
	}

	public Transaction getTransaction() {
		return this.transaction;
	}

	public void setTransaction(Transaction transaction) {
		this.transaction = transaction;
	}

	public Duration getLockTimeout() {
		return this.lockTimeout;
	}

	public void setLockTimeout(Duration lockTimeout) {
		this.lockTimeout = lockTimeout;
	}

	public @Nullable Duration getStatementTimeout() {
		return this.statementTimeout;
	}

	public void setStatementTimeout(@Nullable Duration statementTimeout) {
		this.statementTimeout = statementTimeout;
	}

	public String getFileTemplate() {
		return this.fileTemplate;
	}

	public void setFileTemplate(String fileTemplate) {
		this.fileTemplate = fileTemplate;
	}

	public OnChanged getOnChanged() {
		return this.onChanged;
	}

	public void setOnChanged(OnChanged onChanged) {
		this.onChanged = onChanged;
	}

	public OnUnknown getOnUnknown() {
		return this.onUnknown;
	}

	public void setOnUnknown(OnUnknown onUnknown) {
		this.onUnknown = onUnknown;
	}

	public List<String> getInclude() {
		return this.include;
	}

	public void setInclude(List<String> include) {
		this.include = include;
	}

	public List<String> getExclude() {
		return this.exclude;
	}

	public void setExclude(List<String> exclude) {
		this.exclude = exclude;
	}

	public Lock getLock() {
		return this.lock;
	}

	public ScratchProperties getScratch() {
		return this.scratch;
	}

	public LintProperties getLint() {
		return this.lint;
	}

	TableNames tableNames() {
		return new TableNames(this.schema, this.versionTable, this.journalTable, this.lockTable);
	}

	RunSettings runSettings() {
		return new RunSettings(this.lock.mode, this.lock.wait, this.lock.lease,
				(this.transaction == Transaction.ALL) ? TransactionMode.ALL : TransactionMode.PER_REVISION,
				this.lockTimeout.isZero() ? null : this.lockTimeout, this.statementTimeout);
	}

	Policies policies() {
		Policy changed = switch (this.onChanged) {
			case FAIL -> Policy.FAIL;
			case WARN -> Policy.WARN;
			case IGNORE -> Policy.IGNORE;
		};
		return new Policies(changed, (this.onUnknown == OnUnknown.FAIL) ? Policy.FAIL : Policy.WARN);
	}

	/**
	 * What to do about pending revisions at start-up.
	 */
	public enum OnPending {

		/** Say so and start. */
		WARN,

		/** Start. */
		IGNORE,

		/** Stop. */
		FAIL,

		/** Wait until somebody else has upgraded the database. */
		WAIT

	}

	/**
	 * What to do about edited revisions.
	 */
	public enum OnChanged {

		/** Refuse to run. */
		FAIL,

		/** Say so and run. */
		WARN,

		/** Run. */
		IGNORE

	}

	/**
	 * What to do about revisions that only the database has.
	 */
	public enum OnUnknown {

		/** Say so and start. */
		WARN,

		/** Stop. */
		FAIL

	}

	/**
	 * How many revisions share a transaction.
	 */
	public enum Transaction {

		/** Each revision has a transaction of its own. */
		PER_REVISION,

		/** As many revisions as can share a transaction do. */
		ALL

	}

	/**
	 * The lock that keeps runs apart.
	 */
	public static class Lock {

		/**
		 * Kind of the lock. Advisory where the database has it and the session is stable,
		 * else a lease.
		 */
		private RunSettings.LockMode mode = RunSettings.LockMode.AUTO;

		/**
		 * Longest wait for another run.
		 */
		private Duration wait = Duration.ofMinutes(5);

		/**
		 * How long a leased lock lives without being renewed.
		 */
		private Duration lease = Duration.ofSeconds(30);

		public RunSettings.LockMode getMode() {
			return this.mode;
		}

		public void setMode(RunSettings.LockMode mode) {
			this.mode = mode;
		}

		public Duration getWait() {
			return this.wait;
		}

		public void setWait(Duration wait) {
			this.wait = wait;
		}

		public Duration getLease() {
			return this.lease;
		}

		public void setLease(Duration lease) {
			this.lease = lease;
		}

	}

}
