package dev.migrate.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.migrate.diff.MappedName;
import dev.migrate.diff.Mapping;
import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.script.MappingLine;
import org.jspecify.annotations.Nullable;

/**
 * Mapping sections and the names they speak of. A name is written as a person types it:
 * the schema in front only where it is not the current one.
 */
final class MappingNames {

	private final String currentSchema;

	MappingNames(String currentSchema) {
		this.currentSchema = currentSchema;
	}

	/**
	 * Read the mapping that revisions wrote. A later line about the same object counts.
	 */
	Mapping read(Collection<MappingLine> lines) {
		List<MappedName> names = new ArrayList<>();
		for (MappingLine line : lines) {
			MappedName name = read(line);
			if (name != null) {
				names.add(name);
			}
		}
		return new Mapping(names);
	}

	private @Nullable MappedName read(MappingLine line) {
		List<String> parts = parts(line.name());
		return switch (line.kind()) {
			case "table" -> MappedName.of(MappedName.Kind.TABLE, owner(parts), line.path());
			case "sequence" -> MappedName.of(MappedName.Kind.SEQUENCE, owner(parts), line.path());
			case "type" -> MappedName.of(MappedName.Kind.TYPE, owner(parts), line.path());
			case "view" -> MappedName.of(MappedName.Kind.VIEW, owner(parts), line.path());
			case "schema" ->
				MappedName.of(MappedName.Kind.SCHEMA, new QualifiedName(parts.get(0), parts.get(0)), line.path());
			case "column" -> member(MappedName.Kind.COLUMN, parts, line.path());
			case "constraint" -> member(MappedName.Kind.CONSTRAINT, parts, line.path());
			case "index" -> member(MappedName.Kind.INDEX, parts, line.path());
			// A later version may know more kinds; what we can't read we don't drop.
			default -> null;
		};
	}

	private @Nullable MappedName member(MappedName.Kind kind, List<String> parts, String path) {
		if (parts.size() < 2) {
			return null;
		}
		return MappedName.of(kind, owner(parts.subList(0, parts.size() - 1)), parts.get(parts.size() - 1), path);
	}

	private QualifiedName owner(List<String> parts) {
		return (parts.size() > 1) ? new QualifiedName(parts.get(0), parts.get(1))
				: new QualifiedName(this.currentSchema, parts.get(0));
	}

	/**
	 * Split a name at its dots, outside quotes.
	 */
	static List<String> parts(String text) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		boolean quoted = false;
		for (int index = 0; index < text.length(); index++) {
			char character = text.charAt(index);
			if (character == '"' && quoted && text.startsWith("\"\"", index)) {
				part.append('"');
				index++;
			}
			else if (character == '"') {
				quoted = !quoted;
			}
			else if (character == '.' && !quoted) {
				parts.add(part.toString());
				part.setLength(0);
			}
			else {
				part.append(character);
			}
		}
		parts.add(part.toString());
		return parts;
	}

	/**
	 * Make the mapping of what the entities want.
	 */
	Mapping of(Entities entities) {
		List<MappedName> names = new ArrayList<>();
		for (Entities.MadeFor object : entities.objects()) {
			String schema = Objects.requireNonNullElse(object.schema(), this.currentSchema);
			MappedName.Kind kind = MappedName.Kind.valueOf(object.kind());
			boolean member = object.table() != null && kind != MappedName.Kind.TABLE && kind != MappedName.Kind.VIEW;
			String owner = (member || kind == MappedName.Kind.TABLE) ? Objects.requireNonNull(object.table())
					: object.name();
			String ownerSchema = (kind == MappedName.Kind.SCHEMA) ? object.name() : schema;
			names.add(new MappedName(kind, new QualifiedName(ownerSchema, owner), member ? object.name() : "",
					object.columns(), object.path(), object.explicitName(), object.initialValueSql(),
					object.constants()));
		}
		return new Mapping(names);
	}

	/**
	 * Write the lines that a new revision needs: what the entities want, by the names the
	 * upgraded schema has, less what earlier revisions said already.
	 */
	List<MappingLine> lines(Mapping desired, Schema upgraded, Collection<MappingLine> known) {
		Set<MappingLine> lines = new LinkedHashSet<>();
		for (MappedName name : desired.names()) {
			MappingLine line = line(name, upgraded);
			if (line != null) {
				lines.add(line);
			}
		}
		lines.removeAll(known);
		return List.copyOf(lines);
	}

	private @Nullable MappingLine line(MappedName name, Schema schema) {
		String word = name.kind().name().toLowerCase(Locale.ROOT);
		switch (name.kind()) {
			case TABLE, VIEW, SEQUENCE, TYPE -> {
				return new MappingLine(word, text(name.owner()), name.path());
			}
			case SCHEMA -> {
				return new MappingLine(word, part(name.owner().name()), name.path());
			}
			case COLUMN -> {
				return new MappingLine(word, text(name.owner()) + "." + part(name.member()), name.path());
			}
			default -> {
				boolean index = name.kind() == MappedName.Kind.INDEX;
				String member = schema.table(name.owner()).map((table) -> memberName(name, table)).orElse("");
				return member.isEmpty() ? null : new MappingLine(index ? "index" : "constraint",
						text(name.owner()) + "." + part(member), name.path());
			}
		}
	}

	// The database may have named it otherwise than the entities would: by columns, then.
	private static String memberName(MappedName name, Table table) {
		List<String> names = new ArrayList<>();
		List<String> sameColumns = new ArrayList<>();
		if (name.kind() == MappedName.Kind.PRIMARY_KEY && table.primaryKey() != null) {
			return table.primaryKey().name();
		}
		for (UniqueConstraint unique : table.uniqueConstraints()) {
			add(names, sameColumns, unique.name(), name.kind() == MappedName.Kind.UNIQUE, unique.columns(), name);
		}
		for (ForeignKey key : table.foreignKeys()) {
			add(names, sameColumns, key.name(), name.kind() == MappedName.Kind.FOREIGN_KEY, key.columns(), name);
		}
		for (Check check : table.checks()) {
			add(names, sameColumns, check.name(), false, List.of(), name);
		}
		for (Index index : table.indexes()) {
			add(names, sameColumns, index.name(), name.kind() == MappedName.Kind.INDEX, columns(index), name);
		}
		if (names.contains(name.member())) {
			return name.member();
		}
		return sameColumns.isEmpty() ? "" : sameColumns.get(0);
	}

	private static void add(List<String> names, List<String> sameColumns, String name, boolean sameKind,
			List<String> columns, MappedName wanted) {
		names.add(name);
		if (sameKind && !columns.isEmpty() && columns.equals(wanted.columns())) {
			sameColumns.add(name);
		}
	}

	private static List<String> columns(Index index) {
		List<String> columns = new ArrayList<>();
		for (IndexElement element : index.elements()) {
			columns.add(Objects.requireNonNullElse(element.column(), ""));
		}
		return columns;
	}

	private String text(QualifiedName name) {
		return name.schema().equals(this.currentSchema) ? part(name.name())
				: part(name.schema()) + "." + part(name.name());
	}

	private static String part(String name) {
		boolean plain = name.chars()
			.allMatch((character) -> character == '_' || character == '$' || Character.isLetterOrDigit(character));
		return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
	}

}
