package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.revision.Applied;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.MappingLine;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.SqlScriptWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db attributes}.
 */
@Command(name = "attributes",
		description = { "Fill in the mapping sections of revisions that were written by hand.",
				"Statements are never touched, and checksums stay what they are." },
		footer = { "", "Examples:", "  db attributes", "  db attributes ca5cd22ac516" })
final class AttributesCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..*", description = "Which; all of them by default.")
	List<String> revisions = new ArrayList<>();

	@Option(names = "--directory", paramLabel = "PATH", description = "The folder of the revisions.")
	@Nullable String directory;

	AttributesCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return (this.revisions.isEmpty() && this.directory == null) ? Several.EACH : Several.ONE;
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		List<RevisionId> chosen = new ArrayList<>();
		for (String revision : this.revisions) {
			chosen.addAll(folder.graph().resolve(TargetParser.parse(revision), Applied.none()));
		}
		Path target = workplace().target(this.directory, folder);
		SqlScriptWriter writer = new SqlScriptWriter(service().dialect());
		Map<String, Object> added = new LinkedHashMap<>();
		Map<RevisionId, List<MappingLine>> missing = workplace().autogeneration().missingMapping();
		missing.forEach((id, lines) -> {
			if (chosen.isEmpty() || chosen.contains(id)) {
				Path file = RevisionOptions.file(folder.get(id).location(), target);
				writer.addMapping(file, lines);
				result("Added to " + file);
				lines.forEach((line) -> result("  " + line));
				added.put(id.value(), lines.stream().map(MappingLine::toString).toList());
			}
		});
		if (added.isEmpty()) {
			result("Nothing to do: every object that the entities map is named in a mapping section.");
		}
		return end(ExitCodes.DONE, Map.of("added", added));
	}

}
