/**
 * The one room that command line, actuator and boot call: it looks, plans, runs and
 * reports. Prints nothing and knows no face.
 */
@NullMarked
package dev.migrate.service;

import org.jspecify.annotations.NullMarked;
