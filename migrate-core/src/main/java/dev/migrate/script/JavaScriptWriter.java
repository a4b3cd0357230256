package dev.migrate.script;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Renderer;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.migration.Definitions;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Recorded;
import dev.migrate.migration.Recording;
import dev.migrate.operation.Operation;
import dev.migrate.sql.StatementSplitter;
import dev.migrate.sql.TokenDigest;

/**
 * Writes revisions as classes. An operation is written in the words of {@link Operations}
 * where they record what renders to the SQL that was proven, and as that SQL where not.
 */
public final class JavaScriptWriter {

	private static final String BODY = "        ";

	private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

	private final Dialect dialect;

	private final Renderer renderer;

	private final JavaCalls calls;

	/**
	 * Create a writer.
	 * @param dialect that operations were read from and proven on
	 * @param currentSchema left out in front of names
	 */
	public JavaScriptWriter(Dialect dialect, String currentSchema) {
		this.dialect = dialect;
		this.renderer = dialect.renderer(currentSchema);
		this.calls = new JavaCalls(new JavaWords(this.renderer.words(), dialect.typedRenderer().words()));
	}

	/**
	 * Write a draft as a new class.
	 * @param draft the revision
	 * @param place where it goes
	 * @return the file
	 * @throws MigrateException with FILE_ACCESS if it can't be written, or exists
	 */
	public Path write(JavaDraft draft, JavaPlace place) {
		Path file = place.folder().resolve(className(draft.revision().header()) + ".java");
		try {
			Files.createDirectories(place.folder());
			if (Files.exists(file)) {
				throw new MigrateException(ErrorCode.FILE_ACCESS, file + " exists already.",
						"Give the revision another message or id.");
			}
			WholeFile.write(file, text(draft, place));
			return file;
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS, file + " can't be written: " + ex.getMessage() + ".",
					"Check that the folder exists and that you may write there.", ex);
		}
	}

	private static String className(Header header) {
		String slug = FileTemplate.slug(header.message());
		return "R" + header.revision().value().replace('.', '_') + (slug.isEmpty() ? "" : "_" + slug);
	}

	String text(JavaDraft draft, JavaPlace place) {
		List<JavaCall> up = calls(draft.upgrade());
		String upgrade = method("upgrade", draft.revision().upgrade(), up);
		String downgrade = method("downgrade", draft.revision().downgrade(), down(draft, up));
		String annotations = annotations(draft.revision(), place);
		String body = annotations + "class " + className(draft.revision().header()) + " implements Migration {\n\n"
				+ upgrade + "\n" + downgrade + "\n}\n";
		return "package " + place.packageName() + ";\n\n" + imports(body) + body;
	}

	private List<JavaCall> down(JavaDraft draft, List<JavaCall> up) {
		RevisionDraft.Body body = draft.revision().downgrade();
		if (body.irreversible() != null) {
			String why = body.irreversible();
			return List
				.of(new JavaCall("op.irreversible(" + JavaText.literal(why) + ");", (op) -> op.irreversible(why)));
		}
		if (draft.downgrade().isEmpty()) {
			return List.of();
		}
		return reverses(up, draft.downgrade()) ? List.of(new JavaCall("op.reverse();", Operations::reverse))
				: calls(draft.downgrade());
	}

	private boolean reverses(List<JavaCall> up, List<Operation> downgrade) {
		try {
			Recording recording = Recording.downgrade(new Migration() {

				@Override
				public void upgrade(Operations op) {
					up.forEach((call) -> call.action().accept(op));
				}

				@Override
				public void downgrade(Operations op) {
					op.reverse();
				}

			});
			return says(recording, downgrade);
		}
		catch (MigrateException ex) {
			return false;
		}
	}

	private List<JavaCall> calls(List<Operation> operations) {
		List<JavaCall> all = new ArrayList<>();
		operations.forEach((operation) -> all.addAll(calls(operation)));
		return all;
	}

	private List<JavaCall> calls(Operation operation) {
		List<String> statements = this.renderer.render(operation);
		List<JavaCall> worded = operation.accept(this.calls);
		if (!worded.isEmpty() && says(worded, operation)) {
			return worded;
		}
		// What fills rows stands between or before what closes the column.
		for (int place = 0; place <= worded.size(); place++) {
			int at = place;
			List<JavaCall> filled = new ArrayList<>(worded);
			statements.stream()
				.filter((statement) -> statement.startsWith("UPDATE "))
				.findFirst()
				.ifPresent((statement) -> filled.add(at, execute(statement)));
			if (says(filled, operation)) {
				return filled;
			}
		}
		return statements.stream().map(JavaScriptWriter::execute).toList();
	}

	private static JavaCall execute(String statement) {
		return new JavaCall("op.execute(" + JavaText.block(statement) + ");", (op) -> op.execute(statement));
	}

	private boolean says(List<JavaCall> calls, Operation operation) {
		try {
			return says(Recording.upgrade((op) -> calls.forEach((call) -> call.action().accept(op))),
					List.of(operation));
		}
		catch (MigrateException ex) {
			return false;
		}
	}

	private boolean says(Recording recording, List<Operation> operations) {
		Renderer typed = this.dialect.typedRenderer();
		List<String> recorded = recording.entries()
			.stream()
			.flatMap((entry) -> typed.render(((Recorded.Change) entry).operation()).stream())
			.toList();
		List<String> proven = operations.stream()
			.flatMap((operation) -> this.renderer.render(operation).stream())
			.toList();
		return digest(recorded).equals(digest(proven));
	}

	private String digest(List<String> statements) {
		String text = statements.stream().map((statement) -> statement + ";\n").collect(Collectors.joining());
		return TokenDigest.of(StatementSplitter.split(text, "a revision", this.dialect.lexicalRules()).statements(),
				this.dialect.lexicalRules());
	}

	private static String method(String name, RevisionDraft.Body body, List<JavaCall> calls) {
		StringBuilder text = new StringBuilder("    @Override\n    public void ").append(name)
			.append("(Operations op) {\n");
		if (!body.transactional()) {
			text.append(BODY).append("op.outsideTransaction();\n");
		}
		for (JavaCall call : calls) {
			call.code().lines().forEach((line) -> text.append(line.isEmpty() ? "" : BODY).append(line).append('\n'));
		}
		return text.append("    }\n").toString();
	}

	private static String annotations(RevisionDraft draft, JavaPlace place) {
		Header header = draft.header();
		List<String> parents = header.revises().isEmpty() ? List.of("base")
				: header.revises().stream().map((id) -> id.value()).toList();
		List<String> parts = new ArrayList<>();
		parts.add("id = " + JavaText.literal(header.revision().value()));
		parts.add("revises = " + array(parents));
		parts.add("message = " + JavaText.literal(header.message()));
		part(parts, "dependsOn", header.dependsOn());
		part(parts, "branchLabels", header.branchLabels());
		part(parts, "replaces", header.replaces().stream().map((id) -> id.value()).toList());
		if (header.created() != null) {
			parts.add("created = " + JavaText.literal(header.created().toString()));
		}
		if (place.database() != null) {
			parts.add("database = " + JavaText.literal(place.database()));
		}
		String text = ((place.discovery() == JavaPlace.Discovery.COMPONENT) ? "@Component\n" : "") + "@Revision("
				+ String.join(", ", parts) + ")\n";
		if (draft.mapping().isEmpty()) {
			return text;
		}
		return text + "@Mapping({"
				+ draft.mapping()
					.stream()
					.map((line) -> "\n        " + JavaText.literal(line.toString().substring("-- ".length())))
					.collect(Collectors.joining(","))
				+ " })\n";
	}

	private static void part(List<String> parts, String name, List<String> values) {
		if (!values.isEmpty()) {
			parts.add(name + " = " + array(values));
		}
	}

	private static String array(List<String> values) {
		return (values.size() == 1) ? JavaText.literal(values.get(0)) : "{ " + JavaText.literals(values) + " }";
	}

	private static String imports(String body) {
		String code = LITERAL.matcher(body).replaceAll("\"\"");
		TreeSet<String> types = new TreeSet<>();
		types.add("dev.migrate.migration.Migration");
		types.add("dev.migrate.migration.Operations");
		types.add("dev.migrate.migration.Revision");
		add(types, code, "@Mapping", "dev.migrate.migration.Mapping");
		add(types, code, "@Component", "org.springframework.stereotype.Component");
		add(types, code, "(Deferral.", "dev.migrate.schema.Deferral");
		add(types, code, "(ReferentialAction.", "dev.migrate.schema.ReferentialAction");
		TreeSet<String> words = new TreeSet<>();
		for (Method method : Definitions.class.getDeclaredMethods()) {
			boolean word = Modifier.isPublic(method.getModifiers())
					&& Pattern.compile("[ (]" + method.getName() + "\\(").matcher(code).find();
			if (word) {
				words.add(Definitions.class.getName() + "." + method.getName());
			}
		}
		return types.stream().map((name) -> "import " + name + ";\n").collect(Collectors.joining()) + "\n"
				+ (words.isEmpty() ? ""
						: words.stream().map((name) -> "import static " + name + ";\n").collect(Collectors.joining())
								+ "\n");
	}

	private static void add(Set<String> types, String code, String use, String type) {
		if (code.contains(use)) {
			types.add(type);
		}
	}

}
