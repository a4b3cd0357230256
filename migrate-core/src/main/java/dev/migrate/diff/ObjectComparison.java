package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import dev.migrate.operation.AlterDomain;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.ChangeComment;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropDomain;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.ObjectReference;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.CompositeType;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.OtherObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Compares everything that stands in a schema under a name of its own.
 */
final class ObjectComparison {

	private final ComparisonRules rules;

	private final Schema working;

	private final Schema desired;

	private final Findings findings;

	private final Names names;

	private final ReturnValues returnValues;

	private final List<Table> newTables = new ArrayList<>();

	private final List<Table> droppedTables = new ArrayList<>();

	ObjectComparison(ComparisonRules rules, Names names, Findings findings, Schema working, Schema desired) {
		this.rules = rules;
		this.names = names;
		this.findings = findings;
		this.working = working;
		this.desired = desired;
		this.returnValues = new ReturnValues(working, desired);
	}

	void compare() {
		if (this.working.hasSameKeys(this.desired)) {
			Iterator<SchemaObject> wanted = this.desired.objects().values().iterator();
			for (SchemaObject actual : this.working.objects().values()) {
				both(actual, wanted.next());
			}
			return;
		}
		KeyedDiff<SchemaObject> diff = KeyedDiff.of(this.working.objects().values(), this.desired.objects().values(),
				SchemaObject::key);
		diff.onlyActual().forEach(this::gone);
		this.droppedTables.forEach(this.names::freeAll);
		for (KeyedDiff.Pair<SchemaObject> pair : diff.both()) {
			both(pair.actual(), pair.desired());
		}
		diff.onlyDesired().forEach(this::missing);
		TableOrder order = new TableOrder(this.names);
		order.create(this.newTables).forEach(this.findings::add);
		order.drop(this.droppedTables).forEach(this.findings::add);
	}

	private void gone(SchemaObject object) {
		if (!isOurs(object)) {
			this.findings.keep(ObjectReference.to(object), "no entity asked for it");
		}
		else if (object instanceof Table table) {
			this.droppedTables.add(table);
		}
		else if (object instanceof Sequence sequence) {
			release(sequence);
			this.findings.add(new DropSequence(withOwner(sequence, null)));
		}
		else if (object instanceof EnumType type) {
			this.findings.add(new DropEnum(type));
		}
		else if (object instanceof Domain domain) {
			this.findings.add(new DropDomain(domain));
		}
		else if (object instanceof Namespace namespace) {
			if (!namespace.name().equals(this.rules.currentSchema())) {
				this.findings.add(new DropSchema(namespace));
			}
		}
		else if (object instanceof OtherObject other && other.definition() == null) {
			this.findings.keep(ObjectReference.to(other), "objects of this kind are not written");
		}
		else {
			this.findings.add(new DropObject(object));
		}
	}

	private boolean isOurs(SchemaObject object) {
		if (this.rules.dropsEverything()) {
			return true;
		}
		Mapping mapping = this.rules.actualMapping();
		if (object instanceof Table table) {
			return mapping.object(MappedName.Kind.TABLE, table.name()).isPresent();
		}
		if (object instanceof Sequence sequence) {
			return mapping.object(MappedName.Kind.SEQUENCE, sequence.name()).isPresent();
		}
		if (object instanceof EnumType || object instanceof Domain || object instanceof CompositeType) {
			return mapping.object(MappedName.Kind.TYPE, object.key().name()).isPresent();
		}
		if (object instanceof View view) {
			return mapping.object(MappedName.Kind.VIEW, view.name()).isPresent();
		}
		if (object instanceof Cast cast) {
			return isOurs(cast);
		}
		return object instanceof Namespace namespace && isOurs(namespace);
	}

	/** Hibernate makes casts for its enum types; without the type they can't stay. */
	private boolean isOurs(Cast cast) {
		return this.working.enumTypes()
			.stream()
			.filter((type) -> this.desired.find(type.key()).isEmpty() && isOurs(type))
			.anyMatch((type) -> new ExpressionText(cast.sourceType() + " " + cast.targetType()).names()
				.contains(type.name().name()));
	}

	/** A schema goes with the last of what was made for the entities, never before. */
	private boolean isOurs(Namespace namespace) {
		return this.rules.actualMapping()
			.object(MappedName.Kind.SCHEMA, new QualifiedName(namespace.name(), namespace.name()))
			.isPresent()
				&& this.working.objects()
					.values()
					.stream()
					.filter((object) -> !(object instanceof Namespace)
							&& object.key().name().schema().equals(namespace.name()))
					.allMatch((object) -> this.desired.find(object.key()).isEmpty() && isOurs(object));
	}

	private void missing(SchemaObject object) {
		if (object instanceof Table table) {
			this.newTables.add(table);
		}
		else if (object instanceof Sequence sequence) {
			this.findings.add(new CreateSequence(withOwner(sequence, null)));
			own(sequence);
		}
		else if (object instanceof EnumType type) {
			this.findings.add(new CreateEnum(type));
		}
		else if (object instanceof Domain domain) {
			this.findings.add(new CreateDomain(this.names.named(domain, List.of())));
		}
		else if (object instanceof Namespace namespace) {
			this.findings.add(new CreateSchema(namespace));
		}
		else if (object instanceof OtherObject other && other.definition() == null) {
			this.findings.keep(ObjectReference.to(other), "objects of this kind are not written");
		}
		else {
			this.findings.add(new CreateObject(object));
		}
	}

	/**
	 * A sequence is owned only once its column is there, and given up before it goes.
	 */
	private void own(Sequence sequence) {
		if (sequence.ownedBy() != null) {
			this.findings.add(new AlterSequence(withOwner(sequence, null), sequence));
		}
	}

	private void release(Sequence sequence) {
		if (sequence.ownedBy() != null) {
			this.findings.add(new AlterSequence(sequence, withOwner(sequence, null)));
		}
	}

	private static Sequence withOwner(Sequence sequence, @Nullable ColumnName owner) {
		return new Sequence(sequence.name(), sequence.options(), owner, sequence.unlogged(), sequence.comment());
	}

	private void both(SchemaObject actual, SchemaObject wanted) {
		if (!this.findings.hasTakenDefaults() && actual.equals(wanted)) {
			return;
		}
		if (actual instanceof Table here && wanted instanceof Table there) {
			new TableComparison(this.rules, this.names, this.findings, here, there, this.returnValues).compare();
			comment(actual, wanted);
		}
		else if (actual instanceof Sequence here && wanted instanceof Sequence there) {
			sequences(here, there);
			comment(actual, wanted);
		}
		else if (actual instanceof EnumType here && wanted instanceof EnumType there) {
			new EnumComparison(this.rules, this.working, this.desired, this.findings).compare(here, there);
			comment(actual, wanted);
		}
		else if (actual instanceof Domain here && wanted instanceof Domain there) {
			domains(here, there);
			comment(actual, wanted);
		}
		else if (actual instanceof Namespace) {
			comment(actual, wanted);
		}
		else if (!actual.equals(wanted)) {
			gone(actual, wanted);
		}
	}

	private void gone(SchemaObject actual, SchemaObject wanted) {
		if (actual instanceof OtherObject other && other.definition() == null) {
			this.findings.keep(ObjectReference.to(other), "objects of this kind are not written");
			return;
		}
		this.findings.add(new DropObject(actual));
		this.findings.add(new CreateObject(wanted));
	}

	private void comment(SchemaObject actual, SchemaObject wanted) {
		if (Objects.equals(actual.comment(), wanted.comment())) {
			return;
		}
		if (wanted.comment() == null && !this.rules.dropsEverything()) {
			this.findings.keep(ObjectReference.to(actual), "comment", "no entity asked for it");
			return;
		}
		this.findings.add(new ChangeComment(ObjectReference.to(actual), actual.comment(), wanted.comment()));
	}

	private void sequences(Sequence here, Sequence there) {
		Sequence target = (there.ownedBy() == null && !this.rules.dropsEverything()) ? withOwner(there, here.ownedBy())
				: there;
		if (!here.options().equals(target.options()) || here.unlogged() != target.unlogged()
				|| !Objects.equals(here.ownedBy(), target.ownedBy())) {
			this.findings.add(new AlterSequence(here, target));
		}
	}

	private void domains(Domain here, Domain there) {
		if (!here.type().equals(there.type()) || !Objects.equals(here.collation(), there.collation())) {
			new DomainRebuild(this.working, this.desired).operations(here, this.names.named(there, here.checks()))
				.forEach(this.findings::add);
			return;
		}
		Domain plain = new Domain(there.name(), there.type(), there.nullable(), there.collation(),
				there.defaultExpression(), there.checks().stream().map((check) -> known(here, check)).toList(),
				here.comment());
		plain = this.names.named(plain, here.checks());
		if (!here.equals(plain)) {
			this.findings.add(new AlterDomain(here, plain));
		}
	}

	/** A name that the server made up does not tell a check from an equal one. */
	private Check known(Domain here, Check wanted) {
		return here.checks()
			.stream()
			.filter((check) -> this.rules.serverNames().isMadeUp(wanted.name())
					&& check.withName(wanted.name()).equals(wanted))
			.findFirst()
			.orElse(wanted);
	}

}
