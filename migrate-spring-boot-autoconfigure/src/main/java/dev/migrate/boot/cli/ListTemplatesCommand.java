package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.script.RevisionTemplate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code db list-templates}.
 */
@Command(name = "list-templates", aliases = "list_templates", description = "List the templates of new revisions.",
		footer = { "",
				"A file .templates/NAME.template in the folder of the revisions is one: the text below the header,",
				"with the lines `-- migrate:upgrade`, {upgrade}, `-- migrate:downgrade`, {downgrade}; {message} and",
				"{revision} are filled in. A first line `-- template: TEXT` describes it.", "", "Examples:",
				"  db list-templates", "  db revision --template report -m \"monthly report\"" })
final class ListTemplatesCommand extends DatabaseCommand {

	@Option(names = "--directory", paramLabel = "PATH", description = "The folder of the revisions.")
	@Nullable String directory;

	ListTemplatesCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		List<RevisionTemplate> templates = RevisionTemplate.in(workplace().target(this.directory, service().folder()));
		int width = templates.stream().mapToInt((template) -> template.name().length()).max().orElse(0);
		for (RevisionTemplate template : templates) {
			String place = (template.file() != null) ? template.file().toString() : "built in";
			result(template.name() + " ".repeat(width - template.name().length()) + "  "
					+ (template.description().isEmpty() ? "" : template.description() + " ") + "(" + place + ")");
		}
		return end(ExitCodes.DONE, Map.of("templates", templates.stream().map(ListTemplatesCommand::fields).toList()));
	}

	private static Map<String, Object> fields(RevisionTemplate template) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("name", template.name());
		fields.put("description", template.description());
		if (template.file() != null) {
			fields.put("location", template.file().toString());
		}
		return fields;
	}

}
