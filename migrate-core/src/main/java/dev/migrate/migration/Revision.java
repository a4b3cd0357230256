package dev.migrate.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Migration} a revision: what the header of a revision file says.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Revision {

	/**
	 * The id: 12 random hex digits, or 1 to 64 of {@code A-Z a-z 0-9 _ .}.
	 */
	String id();

	/**
	 * The revisions that it follows: {@code "base"} for the first one, several for a
	 * merge.
	 */
	String[] revises();

	/**
	 * What it does, on one line.
	 */
	String message() default "";

	/**
	 * Revisions of other branches, or labels, that must be applied first.
	 */
	String[] dependsOn() default {};

	/**
	 * Names for the branch that begins here.
	 */
	String[] branchLabels() default {};

	/**
	 * The revisions that this one stands for.
	 */
	String[] replaces() default {};

	/**
	 * When it was written, in UTC: {@code 2026-11-20T10:04:00Z}. May be left out.
	 */
	String created() default "";

	/**
	 * What {@code db lint} is to let pass, rule and reason each:
	 * {@code "D02 nobody uses it"}.
	 */
	String[] allow() default {};

	/**
	 * The database that it is for, where the application has several: its name in
	 * {@code spring.migrate.databases}.
	 */
	String database() default "";

}
