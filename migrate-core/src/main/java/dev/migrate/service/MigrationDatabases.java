package dev.migrate.service;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * The databases of an application, by name, in the order they are worked on.
 */
public final class MigrationDatabases {

	/** The name of the only database. */
	public static final String DEFAULT = "default";

	private final Map<String, MigrationService> services;

	/**
	 * Create a registry.
	 * @param services at least one, in order
	 */
	public MigrationDatabases(Map<String, MigrationService> services) {
		this.services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
	}

	/**
	 * Return all databases.
	 * @return in order, by name
	 */
	public Map<String, MigrationService> all() {
		return this.services;
	}

	/**
	 * Return one database.
	 * @param name its name, or null if there is only one
	 * @return its service
	 * @throws MigrateException with USAGE if there is none of the name, or several and no
	 * name
	 */
	public MigrationService get(@Nullable String name) {
		return Objects.requireNonNull(this.services.get(name(name)));
	}

	/**
	 * Return the name of one database.
	 * @param name its name, or null if there is only one
	 * @return its name
	 * @throws MigrateException with USAGE if there is none of the name, or several and no
	 * name
	 */
	public String name(@Nullable String name) {
		if (name == null && this.services.size() == 1) {
			return this.services.keySet().iterator().next();
		}
		if (name == null || !this.services.containsKey(name)) {
			throw new MigrateException(ErrorCode.USAGE,
					(name != null) ? "There is no database '" + name + "'." : "There are several databases.",
					"Name one of " + String.join(", ", this.services.keySet()) + ".");
		}
		return name;
	}

	/**
	 * Ask databases one after the other, before the first of them is changed.
	 * @param <T> the type of the answers
	 * @param nothing what a refusal begins with: "No database was changed"
	 * @param names which, in order
	 * @param question is asked for each
	 * @return the answers, by name
	 * @throws MigrateException if any refuses: it names all that do, and has code and
	 * hint of the first
	 */
	public static <T> Map<String, T> checked(String nothing, Collection<String> names, Function<String, T> question) {
		Map<String, T> answers = new LinkedHashMap<>();
		Map<String, MigrateException> refusals = new LinkedHashMap<>();
		for (String name : names) {
			try {
				answers.put(name, question.apply(name));
			}
			catch (MigrateException ex) {
				refusals.put(name, ex);
			}
		}
		if (!refusals.isEmpty()) {
			MigrateException first = refusals.values().iterator().next();
			throw new MigrateException(first.code(),
					nothing + ", because of "
							+ refusals.entrySet()
								.stream()
								.map((entry) -> entry.getKey() + ": " + entry.getValue().getMessage())
								.collect(Collectors.joining(" And because of ")),
					first.hint(), first);
		}
		return answers;
	}

}
