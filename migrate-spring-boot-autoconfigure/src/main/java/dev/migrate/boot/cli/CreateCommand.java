package dev.migrate.boot.cli;

import java.util.Locale;

import dev.migrate.service.DatabaseCreation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code db create}.
 */
@Command(name = "create", description = "Create the database that the URL names, if it is missing.",
		footer = { "", "It gets encoding and locale of the server's template, unless another is named.", "",
				"Examples:", "  db create", "  db create --owner school --template template0" })
final class CreateCommand extends DatabaseCommand {

	@Option(names = "--owner", paramLabel = "ROLE", description = "Whose it is; the user who connects by default.")
	@Nullable String owner;

	@Option(names = "--template", paramLabel = "NAME",
			description = "The database to copy; the server's template1 by default.")
	@Nullable String template;

	CreateCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		DatabaseCreation.Created created = workplace().creation()
			.create(new DatabaseCreation.Request(this.owner, this.template));
		result(switch (created.outcome()) {
			case CREATED -> "Created database " + created.name() + ".";
			case EXISTS -> "Nothing to do: database " + created.name() + " is there.";
			case NOT_NEEDED -> "Nothing to do: H2 makes its database with the first connection.";
		});
		return end(ExitCodes.DONE, Lines.fields("name", created.name(), "outcome",
				created.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')));
	}

}
