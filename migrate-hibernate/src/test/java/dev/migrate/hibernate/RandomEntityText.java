package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Random entities as source text.
 */
final class RandomEntityText {

	private final List<RandomEntity> entities;

	RandomEntityText(List<RandomEntity> entities) {
		this.entities = entities;
	}

	String text() {
		StringBuilder text = new StringBuilder();
		for (RandomEntity entity : this.entities) {
			text.append("@Entity ");
			table(text, entity);
			if (entity.inheritance != null && this.entities.stream().anyMatch((other) -> other.parent == entity)) {
				text.append("@Inheritance(strategy = InheritanceType.").append(entity.inheritance).append(") ");
			}
			text.append("class ").append(entity.name);
			if (entity.parent != null) {
				text.append(" extends ").append(entity.parent.name);
			}
			text.append(" {\n");
			if (entity.parent == null) {
				text.append(switch (entity.key) {
					case "identity" -> "\t@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;\n";
					case "sequence" -> "\t@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;\n";
					default -> "\t@Id " + entity.key + " id;\n";
				});
			}
			for (RandomAttribute attribute : entity.attributes) {
				attribute(text, attribute);
			}
			text.append("}\n");
		}
		return text.toString();
	}

	private static void table(StringBuilder text, RandomEntity entity) {
		if (entity.parent != null && "SINGLE_TABLE".equals(entity.parent.inheritance)) {
			return;
		}
		List<String> words = new ArrayList<>();
		if (entity.table != null) {
			words.add("name = \"" + entity.table + "\"");
		}
		else if (entity.name.equals("Order") || entity.name.equals("User")) {
			words.add("name = \"" + entity.name.toLowerCase(Locale.ROOT) + "s\"");
		}
		List<String> indexes = entity.attributes.stream()
			.filter((attribute) -> attribute.indexed)
			.map((attribute) -> "@Index(columnList = \"" + column(attribute) + "\")")
			.toList();
		if (!indexes.isEmpty()) {
			words.add("indexes = {" + String.join(", ", indexes) + "}");
		}
		List<String> together = entity.attributes.stream()
			.filter((attribute) -> attribute.isPlain())
			.map((attribute) -> "\"" + column(attribute) + "\"")
			.toList();
		if (entity.uniqueTogether && together.size() > 1) {
			words.add("uniqueConstraints = @UniqueConstraint(columnNames = {" + String.join(", ", together) + "})");
		}
		if (!words.isEmpty()) {
			text.append("@Table(").append(String.join(", ", words)).append(") ");
		}
	}

	private static String column(RandomAttribute attribute) {
		return (attribute.column != null) ? attribute.column : attribute.name;
	}

	private static void attribute(StringBuilder text, RandomAttribute attribute) {
		text.append('\t');
		String target = (attribute.target != null) ? attribute.target.name : null;
		switch (attribute.kind) {
			case "plain" -> plain(text, attribute);
			case "reference" -> text.append("@ManyToOne")
				.append(attribute.required ? "(optional = false) " : " ")
				.append((attribute.column != null) ? "@JoinColumn(name = \"" + attribute.column + "\") " : "")
				.append(target)
				.append(' ')
				.append(attribute.name);
			case "many" -> text.append("@ManyToMany ")
				.append((attribute.column != null) ? "@JoinTable(name = \"" + attribute.column + "\") " : "")
				.append("Set<")
				.append(target)
				.append("> ")
				.append(attribute.name);
			case "list" ->
				text.append("@OneToMany @OrderColumn List<").append(target).append("> ").append(attribute.name);
			case "values" -> text.append("@ElementCollection ")
				.append((attribute.column != null) ? "@CollectionTable(name = \"" + attribute.column + "\") " : "")
				.append("Set<")
				.append(attribute.type.equals("Integer") ? "Integer" : "String")
				.append("> ")
				.append(attribute.name);
			default -> text.append("@Embedded Part").append(attribute.number).append(' ').append(attribute.name);
		}
		text.append(";\n");
		if (attribute.kind.equals("embedded")) {
			text.append("\t@Embeddable static class Part").append(attribute.number).append(" {");
			for (char part : attribute.parts.toCharArray()) {
				text.append((part == 'b') ? " Integer p" : " String p")
					.append(attribute.number)
					.append(part)
					.append(';');
			}
			text.append(" }\n");
		}
	}

	private static void plain(StringBuilder text, RandomAttribute attribute) {
		List<String> words = new ArrayList<>();
		if (attribute.column != null) {
			words.add("name = \"" + attribute.column + "\"");
		}
		if (attribute.required) {
			words.add("nullable = false");
		}
		if (attribute.unique) {
			words.add("unique = true");
		}
		if (attribute.length != 255 && attribute.type.equals("String")) {
			words.add("length = " + attribute.length);
		}
		if (!words.isEmpty()) {
			text.append("@Column(").append(String.join(", ", words)).append(") ");
		}
		if (attribute.defaultValue != null) {
			text.append("@ColumnDefault(\"").append(attribute.defaultValue).append("\") ");
		}
		boolean enumerated = attribute.type.equals("enum") || attribute.type.equals("number");
		if (attribute.type.equals("enum")) {
			text.append("@Enumerated(EnumType.STRING) ");
		}
		text.append(enumerated ? "Kind" + attribute.number : attribute.type).append(' ').append(attribute.name);
		if (enumerated) {
			text.append("; enum Kind").append(attribute.number).append(" { ");
			text.append(String.join(", ", attribute.constants)).append(" }");
		}
	}

}
