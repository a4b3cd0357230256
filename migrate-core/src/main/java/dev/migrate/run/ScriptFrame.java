package dev.migrate.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.migrate.dialect.ScriptGuard;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the steps of a script.
 *
 * @param form what it expects of the database
 * @param tables whether it has to create our tables
 * @param guard what has to hold before it changes anything
 * @param detail the journal's first line
 * @param applicationVersion the version that writes the script, or null if it has none
 * @param fingerprint of the sources if nothing is pending afterwards, or null
 * @param after the checksums of what is applied afterwards
 */
public record ScriptFrame(ScriptForm form, Tables tables, ScriptGuard guard, String detail,
		@Nullable String applicationVersion, @Nullable String fingerprint, SortedMap<RevisionId, String> after) {

	public ScriptFrame {
		after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
	}

	/** Whether version table and journal are there. */
	public enum Tables {

		/** They are. */
		THERE,

		/** They are created where they are missing. */
		TO_BE_CREATED

	}

}
