package dev.migrate.boot.observe;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed. Where a meter registry is there too, each becomes a timer of the same
 * name with the low cardinality keys as its tags.
 */
public enum MigrationObservation implements ObservationDocumentation {

	/** A run that changes a database. */
	RUN {

		@Override
		public String getName() {
			return "migrate.run";
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return Key.values();
		}

	},

	/** A revision of a run, one way. */
	REVISION {

		@Override
		public String getName() {
			return "migrate.revision";
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return Key.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return DetailKey.values();
		}

	};

	/** Keys of few values. */
	public enum Key implements KeyName {

		/** Name of the database: {@code default} where there is only one. */
		DATABASE {

			@Override
			public String asString() {
				return "database";
			}

		},

		/** {@code upgrade} or {@code downgrade}. */
		DIRECTION {

			@Override
			public String asString() {
				return "direction";
			}

		},

		/** {@code success}, {@code failure} or {@code interrupted}. */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		}

	}

	/** Keys of any number of values. */
	public enum DetailKey implements KeyName {

		/** The id of the revision. */
		REVISION {

			@Override
			public String asString() {
				return "revision";
			}

		}

	}

}
