package dev.migrate.boot.descriptor;

import java.util.Map;

/**
 * Something with a JSON form that does not depend on any JSON library, nor on how the
 * application configured one.
 */
public sealed interface Descriptor
		permits MigrationsDescriptor, DatabaseDescriptor, RevisionDescriptor, RevisionDetailDescriptor,
		RunInProgressDescriptor, RunDescriptor, StepDescriptor, HazardDescriptor, SqlDescriptor, ProblemDescriptor {

	/**
	 * Return the JSON object: texts, numbers, truth values, lists and maps of them.
	 * @return the fields in documented order, those without a value left out; modifiable,
	 * so that a face can add its own
	 */
	Map<String, Object> fields();

}
