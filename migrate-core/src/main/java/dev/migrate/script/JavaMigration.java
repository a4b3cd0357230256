package dev.migrate.script;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Recorded;
import dev.migrate.migration.Recording;
import dev.migrate.revision.Revision;

/**
 * A revision in Java. Its annotation is read at once; the object is made, and records,
 * when somebody asks what it does.
 */
public final class JavaMigration implements MigrationScript {

	private final JavaHeader header;

	private final Revision revision;

	private final Supplier<? extends Migration> migration;

	private final Map<Boolean, Recording> recordings = new ConcurrentHashMap<>();

	/**
	 * Create a revision.
	 * @param header what its annotations say
	 * @param migration makes or finds the object
	 */
	public JavaMigration(JavaHeader header, Supplier<? extends Migration> migration) {
		this.header = header;
		Header read = header.header();
		this.revision = new Revision(read.revision(), read.revises(), read.dependsOn(), read.branchLabels(),
				read.message(), read.replaces(), SourceLocation.of(header.source()));
		this.migration = migration;
	}

	@Override
	public Revision revision() {
		return this.revision;
	}

	/**
	 * Return what a file of it would have as its header.
	 * @return the header
	 */
	public Header header() {
		return this.header.header();
	}

	/**
	 * Return what lint is to let pass.
	 * @return rule and reason each
	 */
	public List<String> allowed() {
		return this.header.allowed();
	}

	@Override
	public Section upgrade(Dialect dialect) {
		return new RecordedText(dialect, this.revision.location()).section(upgrade());
	}

	@Override
	public Section downgrade(Dialect dialect) {
		Recording recording = this.recordings.computeIfAbsent(false, (up) -> record(Recording::downgrade));
		return new RecordedText(dialect, this.revision.location()).section(recording);
	}

	@Override
	public String checksum(Dialect dialect) {
		return upgrade().checksum(dialect.name(), dialect.lexicalRules());
	}

	@Override
	public List<MappingLine> mapping() {
		return this.header.mapping();
	}

	private Recording upgrade() {
		return this.recordings.computeIfAbsent(true, (up) -> record(Recording::upgrade));
	}

	private Recording record(Function<Migration, Recording> way) {
		try {
			Recording recording = way.apply(this.migration.get());
			recording.entries().forEach(JavaMigration::refuseUnknownDialect);
			return recording;
		}
		catch (MigrateException ex) {
			throw (ex.getMessage() != null && ex.getMessage().contains(this.header.source())) ? ex
					: new MigrateException(ex.code(),
							"Revision " + this.revision.describe() + at(ex) + ": " + ex.getMessage(), ex.hint(), ex);
		}
		catch (RuntimeException ex) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					"Revision " + this.revision.describe() + " can't be recorded: " + ex.getClass().getSimpleName()
							+ ((ex.getMessage() != null) ? ": " + ex.getMessage() : "") + at(ex) + ".",
					"Its methods only record; what works on data belongs into run(…).", ex);
		}
	}

	private static void refuseUnknownDialect(Recorded entry) {
		for (String name : entry.dialects()) {
			if (!Dialects.NAMES.contains(name)) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						entry.location() + " is for the database '" + name + "', which nobody knows.",
						"The databases are " + String.join(", ", Dialects.NAMES) + ".");
			}
		}
	}

	private String at(RuntimeException exception) {
		for (StackTraceElement element : exception.getStackTrace()) {
			if (element.getClassName().equals(this.header.source())) {
				return " (" + SourceLocation.of(element.getClassName(), Math.max(0, element.getLineNumber())) + ")";
			}
		}
		return "";
	}

	/**
	 * Return the message and the place.
	 */
	@Override
	public String toString() {
		return this.revision.id() + " (" + location() + ")";
	}

}
