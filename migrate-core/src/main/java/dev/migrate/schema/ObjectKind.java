package dev.migrate.schema;

/**
 * The kinds of objects a schema holds, in the order in which a listing shows them.
 */
public enum ObjectKind {

	/** {@link Namespace}. */
	NAMESPACE,

	/** {@link Extension}. */
	EXTENSION,

	/** {@link EnumType}. */
	ENUM_TYPE,

	/** {@link CompositeType}. */
	COMPOSITE_TYPE,

	/** {@link Domain}. */
	DOMAIN,

	/** {@link Sequence}. */
	SEQUENCE,

	/** {@link Table}. */
	TABLE,

	/** {@link View}. */
	VIEW,

	/** {@link Routine}. */
	ROUTINE,

	/** {@link Cast}. */
	CAST,

	/** {@link Trigger}. */
	TRIGGER,

	/** {@link Policy}. */
	POLICY,

	/** {@link Rule}. */
	RULE,

	/** {@link OtherObject}. */
	OTHER

}
