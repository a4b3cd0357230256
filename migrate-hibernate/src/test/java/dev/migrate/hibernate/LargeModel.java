package dev.migrate.hibernate;

import java.util.Map;

/**
 * The source of a large model: entities of many patterns, related to each other in
 * chains, circles and stars.
 */
final class LargeModel {

	private LargeModel() {
	}

	/**
	 * Return a persistence unit.
	 * @param size how many entities
	 */
	static TestUnit unit(int size) {
		StringBuilder text = new StringBuilder(
				"""
						@MappedSuperclass abstract class Audited {
							@CreationTimestamp @Column(nullable = false, updatable = false) Instant created;
							@Version int version;
							@Column(length = 60) String author;
						}
						@Embeddable class Money { @Column(precision = 19, scale = 4) BigDecimal amount;
							@Column(length = 3) String currency; }
						@Embeddable class Address { @Column(length = 120) String street; @Column(length = 12) String zip; String city; }
						enum State { DRAFT, OPEN, CLOSED }
						""");
		for (int number = 0; number < size; number++) {
			text.append(entity(number, size));
		}
		return CompiledModel.of(Map.of("large" + size, text.toString())).unit("large" + size);
	}

	private static String entity(int number, int size) {
		String name = "Thing" + number;
		int next = (number + 1) % size;
		int star = number % 7;
		return switch (number % 6) {
			case 0 -> """
					@Entity @Table(name = "thing_%1$d", indexes = @Index(columnList = "code, state"),
						uniqueConstraints = @UniqueConstraint(columnNames = { "code", "author" }))
					class %2$s extends Audited {
						@Id @GeneratedValue Long id;
						@Column(nullable = false, length = 40) String code;
						@Enumerated(EnumType.STRING) @Column(name = "state", length = 20) State state = State.DRAFT;
						@Embedded Money price;
						@ManyToOne(fetch = FetchType.LAZY) Thing%3$d next;
						@ManyToMany Set<Thing%4$d> others;
					}
					""".formatted(number, name, next, star);
			case 1 -> """
					@Entity class %2$s {
						@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
						@Column(unique = true, nullable = false) UUID token;
						@ManyToOne(optional = false) @JoinColumn(name = "owner_id") Thing%3$d next;
						@ElementCollection Set<String> tags;
						@ElementCollection @CollectionTable(name = "homes_%1$d") @OrderColumn List<Address> homes;
						LocalDate day1; LocalDateTime moment; Double weight; boolean active; Integer[] numbers;
					}
					""".formatted(number, name, next);
			case 2 ->
				"""
						@Entity @Inheritance(strategy = InheritanceType.JOINED) class %2$s extends Audited {
							@Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g%1$d")
							@SequenceGenerator(name = "g%1$d", sequenceName = "numbers_%1$d", allocationSize = 20) Long id;
							@Lob String text; @Comment("how %% many") @ColumnDefault("1") int amount = 1;
							@ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Thing%3$d next;
						}
						@Entity class %2$sSpecial extends %2$s { @Column(length = 10) String extra; @OneToOne Thing%4$d only; }
						"""
					.formatted(number, name, next, star);
			case 3 -> """
					@Entity @Table(name = "\\"Order %1$d\\"") class %2$s {
						@Id String id; @Column(name = "\\"user\\"") String user;
						@OneToMany @JoinColumn(name = "back_%1$d") List<Thing%3$d> children;
						@Embedded Address address;
						@ElementCollection Map<String, Integer> counts;
					}
					""".formatted(number, name, star);
			case 4 -> """
					@Entity class %2$s {
						@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
						String kind; @JdbcTypeCode(SqlTypes.JSON) Map<String, String> details;
						@GeneratedColumn("upper(kind)") String shout;
						@ManyToOne %2$s parent; @ManyToOne Thing%3$d next; byte[] picture; @Enumerated State state;
					}
					@Entity class %2$sSub extends %2$s { Integer depth; }
					""".formatted(number, name, next);
			default -> """
					class %2$sKey { Long left; Integer right; }
					@Entity @IdClass(%2$sKey.class) class %2$s {
						@Id @Column(name = "lft") Long left; @Id @Column(name = "rgt") Integer right;
						@ManyToOne %2$s self; @ManyToOne Thing%3$d next; Duration time; OffsetDateTime zoned;
					}
					""".formatted(number, name, (next % 6 == 5) ? star : next);
		};
	}

}
