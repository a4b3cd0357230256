package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.load.LoadReport;
import dev.migrate.load.LoadRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code db load}.
 */
@Command(name = "load", description = "Load CSV and SQL files into the tables, all of them or nothing.", footer = { "",
		"A CSV file has the name of its table (students.csv, school.students.csv) and a first line with",
		"the names of columns. It is UTF-8; an empty field is NULL, and \"\" is the empty text. CSV is loaded in",
		"the order of the foreign keys, then SQL in the order of the names.", "", "Examples:", "  db load data/",
		"  db load students.csv courses.csv more.sql" })
final class LoadCommand extends DatabaseCommand {

	@Parameters(paramLabel = "PATH", arity = "1..*", description = "A folder, or a file that ends with .csv or .sql.")
	List<Path> paths = new ArrayList<>();

	LoadCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.ONE;
	}

	@Override
	public Integer call() {
		LoadReport report;
		try (LoadLine line = new LoadLine(this)) {
			report = service().load(LoadRequest.of(this.paths, line));
		}
		for (LoadReport.LoadedFile file : report.files()) {
			result((file.table() != null) ? "Loaded " + Lines.count(file.count(), "row") + " into "
					+ file.table().name() + " (" + file.path() + ")"
					: "Ran " + Lines.count(file.count(), "statement") + " (" + file.path() + ")");
		}
		for (LoadReport.Moved moved : report.moved()) {
			result("New rows of " + moved.table().name() + " get " + moved.column() + " past " + moved.past() + ".");
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("files", report.files().stream().map(LoadCommand::fields).toList());
		fields.put("moved", report.moved().stream().map(LoadCommand::fields).toList());
		return end(ExitCodes.DONE, fields);
	}

	private static Map<String, Object> fields(LoadReport.LoadedFile file) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("path", file.path().toString());
		if (file.table() != null) {
			fields.put("table", file.table().toString());
			fields.put("rows", file.count());
		}
		else {
			fields.put("statements", file.count());
		}
		return fields;
	}

	private static Map<String, Object> fields(LoadReport.Moved moved) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("table", moved.table().toString());
		fields.put("column", moved.column());
		fields.put("past", moved.past());
		return fields;
	}

}
