package dev.migrate.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which entity attribute each object of a revision was made for: the lines of a
 * mapping section. Written by {@code db migrate --java}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Mapping {

	/**
	 * Lines such as {@code column students.age: Student.age}.
	 */
	String[] value();

}
