package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.generate.Entities;

/**
 * Hands what was read from persistence units over to the engine, which knows no
 * Hibernate.
 */
public final class HibernateEntities {

	private HibernateEntities() {
	}

	/**
	 * Put persistence units together.
	 * @param units what was read of each, in the order in which their schemas are created
	 * @return the entities of all of them
	 */
	public static Entities of(Collection<EntitySchema> units) {
		List<Entities.Statement> statements = new ArrayList<>();
		List<Entities.MadeFor> objects = new ArrayList<>();
		List<String> warnings = new ArrayList<>();
		List<String> faults = new ArrayList<>();
		List<String> suspicions = new ArrayList<>();
		int count = 0;
		for (EntitySchema unit : units) {
			unit.statements()
				.forEach((statement) -> statements.add(new Entities.Statement(statement.sql(), statement.path())));
			unit.objects().forEach((object) -> objects.add(madeFor(object)));
			for (EntityProblem problem : unit.problems()) {
				List<String> sentences = switch (problem.severity()) {
					case FAULT -> faults;
					case SUSPICION -> suspicions;
					case WARNING -> warnings;
				};
				sentences.add(sentence(problem));
			}
			count += unit.entityCount();
		}
		return new Entities(statements, objects, warnings, faults, suspicions, count);
	}

	/**
	 * Name a server as Hibernate has to know it.
	 * @param server which server answers
	 * @return the same server
	 */
	public static DatabaseProduct product(ServerVersion server) {
		return new DatabaseProduct(server.product(), server.major(), server.minor(), server.full());
	}

	private static String sentence(EntityProblem problem) {
		String message = problem.path() + ": " + problem.message();
		String whole = message.endsWith(".") ? message : message + ".";
		return (problem.hint() != null) ? whole + " " + problem.hint() : whole;
	}

	private static Entities.MadeFor madeFor(MappedObject object) {
		return new Entities.MadeFor(object.kind().name(), object.schema(), object.table(), object.name(),
				object.columns(), object.path(), object.explicitName(), object.initialValueSql(), object.constants());
	}

}
