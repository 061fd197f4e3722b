/** What generated code looks like where that takes more than a name: Java types, kinds of relations, builder stages. */
@NullMarked
package dev.caspian.codegen.shape;

import org.jspecify.annotations.NullMarked;
