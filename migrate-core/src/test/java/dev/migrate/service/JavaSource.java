package dev.migrate.service;

import java.util.List;
import java.util.Objects;

import dev.migrate.migration.Migration;
import dev.migrate.script.JavaHeader;
import dev.migrate.script.JavaMigration;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ScriptSource;

import org.springframework.core.annotation.MergedAnnotations;

/**
 * Java revisions that a test has at hand.
 */
record JavaSource(List<Migration> migrations) implements ScriptSource {

	JavaSource(Migration... migrations) {
		this(List.of(migrations));
	}

	@Override
	public List<MigrationScript> load() {
		return this.migrations.stream().map(JavaSource::script).toList();
	}

	private static MigrationScript script(Migration migration) {
		Class<?> type = migration.getClass();
		return new JavaMigration(Objects.requireNonNull(JavaHeader.read(type.getName(), MergedAnnotations.from(type))),
				() -> migration);
	}

	@Override
	public String fingerprint() {
		return String.valueOf(this.migrations.stream().map((migration) -> migration.getClass().getName()).toList());
	}

	@Override
	public boolean isEmpty() {
		return this.migrations.isEmpty();
	}

	@Override
	public List<String> locations() {
		return List.of("a test");
	}

}
