/** A demonstration of Caspian: start at {@link demo.DemoApplication}. */
@NullMarked
package demo;

import org.jspecify.annotations.NullMarked;
