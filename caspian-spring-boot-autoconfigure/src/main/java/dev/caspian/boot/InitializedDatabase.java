package dev.caspian.boot;

/** Is there when migrations, scripts and whatever else initialises the database have done so. */
record InitializedDatabase() {}
