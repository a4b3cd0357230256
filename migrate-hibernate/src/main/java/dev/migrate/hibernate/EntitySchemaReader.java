package dev.migrate.hibernate;

import java.util.List;

/**
 * Reads the entities of a persistence unit as the schema that they need. Hibernate is
 * started on the unit as the application would start it, but without a database and no
 * further than the schema needs, and stopped again; nothing else of the application is
 * touched.
 */
public final class EntitySchemaReader {

	/**
	 * Create a reader.
	 */
	public EntitySchemaReader() {
	}

	/**
	 * Read one persistence unit. Takes a second or two of processor time; safe to call
	 * from any thread.
	 * @param request the unit and the server
	 * @return the schema, the same for the same request every time
	 * @throws dev.migrate.error.MigrateException if Hibernate refuses the mapping as a
	 * whole. What is wrong with single objects is found in
	 * {@link EntitySchema#problems()}
	 */
	public EntitySchema read(EntityModelRequest request) {
		try (OfflineModel offline = OfflineModel.start(request)) {
			SchemaModel model = new SchemaModel(request, offline);
			List<EntityProblem> problems = new ModelProblems(request, offline, model).find();
			List<MappedObject> objects = new ObjectCollector(offline, model).collect();
			List<EntityStatement> statements = new DdlWriter(offline, model).write();
			return new EntitySchema(statements, objects, problems, offline.metadata().getEntityBindings().size());
		}
	}

}
