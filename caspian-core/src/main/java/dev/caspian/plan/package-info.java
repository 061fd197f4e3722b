/** Query values and the schema become plans: the only place where models meet SQL. */
@NullMarked
package dev.caspian.plan;

import org.jspecify.annotations.NullMarked;
