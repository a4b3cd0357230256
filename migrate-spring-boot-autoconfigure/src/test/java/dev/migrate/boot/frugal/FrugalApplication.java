package dev.migrate.boot.frugal;

import java.util.List;

import javax.sql.DataSource;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ScriptSource;
import dev.migrate.script.SqlMigration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * An application that can't make the beans that nobody should ask it for.
 */
@SpringBootApplication
public class FrugalApplication {

	private static final String ID = "cccc33333333";

	public static void main(String[] args) {
		SpringApplication.run(FrugalApplication.class, args);
	}

	@Bean
	DataSource dataSource() {
		throw new IllegalStateException("Who needs a DataSource?");
	}

	@Bean
	@Revision(id = ID, revises = "bbbb22222222", message = "in Java")
	Migration revision() {
		throw new IllegalStateException("Who needs the revision's object?");
	}

	/** It has to be asked what it has. */
	@Bean
	@ConditionalOnProperty("frugal.source")
	ScriptSource source() {
		return new ScriptSource() {

			@Override
			public List<MigrationScript> load() {
				return List.of(SqlMigration.parse("made up", """
						-- from a bean
						--
						-- revision: dddd44444444
						-- revises: cccc33333333

						-- migrate:upgrade
						SELECT 1;
						"""));
			}

			@Override
			public String fingerprint() {
				return "";
			}

			@Override
			public boolean isEmpty() {
				return false;
			}

			@Override
			public List<String> locations() {
				return List.of("a bean");
			}

		};
	}

}
