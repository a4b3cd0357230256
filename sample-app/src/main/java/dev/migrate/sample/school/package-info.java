/**
 * Students, courses and who is enrolled in what: entities, repositories and the REST
 * endpoints. Knows nothing of migrations; the schema is made by
 * {@code src/main/resources/db/migrations}.
 */
@NullMarked
package dev.migrate.sample.school;

import org.jspecify.annotations.NullMarked;
