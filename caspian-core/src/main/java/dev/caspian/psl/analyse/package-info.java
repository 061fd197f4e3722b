/**
 * From syntax tree to symbols: names, then types, then attributes, each of them in isolation, then pairs of relation
 * fields, then the datasource and generators.
 */
@NullMarked
package dev.caspian.psl.analyse;

import org.jspecify.annotations.NullMarked;
