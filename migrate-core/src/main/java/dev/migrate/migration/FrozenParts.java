package dev.migrate.migration;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.OtherObject;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.Validity;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Writes what stands inside operations in its frozen form.
 */
final class FrozenParts implements TableConstraint.Visitor<FrozenForm> {

	private final FrozenForm form;

	FrozenParts(FrozenForm form) {
		this.form = form;
	}

	FrozenForm column(Column column) {
		this.form.word("column")
			.word(column.name())
			.word(column.type().sql())
			.flag("not null", !column.nullable())
			.field("collation", column.collation())
			.field("default", column.defaultExpression())
			.field("comment", column.comment());
		identity(column);
		return generated(column);
	}

	FrozenForm identity(Column column) {
		Identity identity = column.identity();
		if (identity == null) {
			return this.form;
		}
		this.form.word(identity.always() ? "identity always" : "identity");
		return options(identity.options());
	}

	FrozenForm options(SequenceOptions options) {
		return this.form.word("counts")
			.word(options.type())
			.field("start", unless(1, options.start()))
			.field("increment", unless(1, options.increment()))
			.field("minimum", unless(1, options.minimum()))
			.field("maximum", options.maximum())
			.field("cache", unless(1, options.cache()))
			.flag("cycle", options.cycle());
	}

	private static @Nullable Long unless(long usual, long value) {
		return (value != usual) ? value : null;
	}

	FrozenForm generated(Column column) {
		return (column.generated() == null) ? this.form
				: this.form.word("generated")
					.word(column.generated().expression())
					.flag("virtual", !column.generated().stored());
	}

	FrozenForm constraint(TableConstraint constraint) {
		this.form.word("constraint").word(constraint.name()).field("comment", constraint.comment());
		return constraint.accept(this);
	}

	@Override
	public FrozenForm visit(PrimaryKey primaryKey) {
		this.form.word("primary key").fields("column", primaryKey.columns()).fields("include", primaryKey.include());
		return deferral(primaryKey.deferral());
	}

	@Override
	public FrozenForm visit(UniqueConstraint unique) {
		this.form.word("unique")
			.fields("column", unique.columns())
			.fields("include", unique.include())
			.flag("nulls not distinct", unique.nullsNotDistinct());
		return deferral(unique.deferral());
	}

	@Override
	public FrozenForm visit(ForeignKey key) {
		this.form.word("foreign key")
			.fields("column", key.columns())
			.word(key.target().toString())
			.fields("target", key.targetColumns())
			.fields("set", key.onDeleteColumns())
			.flag("match full", key.matchFull());
		action("on delete", key.onDelete());
		action("on update", key.onUpdate());
		validity(key.validity());
		return deferral(key.deferral());
	}

	private void action(String when, ReferentialAction action) {
		String word = switch (action) {
			case NO_ACTION -> null;
			case RESTRICT -> "restrict";
			case CASCADE -> "cascade";
			case SET_NULL -> "set null";
			case SET_DEFAULT -> "set default";
		};
		this.form.field(when, word);
	}

	private FrozenForm deferral(Deferral deferral) {
		return switch (deferral) {
			case NOT_DEFERRABLE -> this.form;
			case INITIALLY_IMMEDIATE -> this.form.word("deferrable");
			case INITIALLY_DEFERRED -> this.form.word("deferred");
		};
	}

	private FrozenForm validity(Validity validity) {
		return switch (validity) {
			case VALID -> this.form;
			case NOT_VALID -> this.form.word("not valid");
			case NOT_ENFORCED -> this.form.word("not enforced");
		};
	}

	@Override
	public FrozenForm visit(Check check) {
		this.form.word("check").word(check.expression()).flag("no inherit", check.noInherit());
		return validity(check.validity());
	}

	@Override
	public FrozenForm visit(Exclusion exclusion) {
		return this.form.word("exclusion").word(exclusion.definition());
	}

	FrozenForm index(Index index) {
		this.form.word("index")
			.word(index.name())
			.flag("unique", index.unique())
			.field("method", index.method().equals("btree") ? null : index.method());
		for (IndexElement element : index.elements()) {
			this.form.field("column", element.column())
				.field("expression", element.expression())
				.flag("descending", element.descending())
				.flag("nulls first", element.nullsFirst() && !element.descending())
				.flag("nulls last", element.descending() && !element.nullsFirst())
				.field("class", element.operatorClass())
				.field("collation", element.collation());
		}
		return this.form.fields("include", index.include())
			.field("where", index.predicate())
			.flag("nulls not distinct", index.nullsNotDistinct())
			.field("comment", index.comment());
	}

	/**
	 * Of the objects that have no form of their own, views and texts can be recorded.
	 */
	FrozenForm object(String what, SchemaObject object) {
		if (object instanceof View view) {
			return this.form.word(what + (view.materialized() ? " materialized view" : " view"))
				.word(view.name().toString())
				.word(view.definition());
		}
		if (object instanceof OtherObject other) {
			return this.form.word(what + " " + other.type())
				.word(other.name().toString())
				.field("definition", other.definition());
		}
		throw new IllegalArgumentException("No revision records " + object.key());
	}

}
