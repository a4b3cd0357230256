package dev.migrate.boot.cli;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of commands that can write a script instead of doing something.
 */
final class ScriptOptions {

	@Option(names = "--sql",
			description = "Print what would be sent; run nothing. REV may be a range A:B, then no database is asked.")
	boolean sql;

	@Option(names = "--dialect", paramLabel = "NAME",
			description = "The database that the script of a range is for: postgresql, postgresql:16, h2.")
	@Nullable String dialect;

	@Option(names = "--tag", paramLabel = "TEXT", description = "A name for the run, written into the journal.")
	@Nullable String tag;

	/** Read a target of a command that does something. */
	Target target(String text) {
		if (this.dialect != null) {
			throw onlyWithSql("--dialect");
		}
		if (RangeParser.isRange(text)) {
			throw onlyWithSql("The range '" + text + "'");
		}
		return TargetParser.parse(text);
	}

	static MigrateException onlyWithSql(String what) {
		return new MigrateException(ErrorCode.USAGE, what + " only makes sense with --sql.",
				"Add --sql to print a script, or leave it out.");
	}

	/** Refuse what a script can't be written with. */
	static MigrateException notWithSql(String option) {
		return new MigrateException(ErrorCode.USAGE, option + " and --sql exclude each other.",
				"Leave one of them out.");
	}

	/** Return the database that a script is for, where none is asked. */
	@Nullable String dialect(Workplace workplace) {
		return (this.dialect != null) ? this.dialect : workplace.dialect();
	}

}
