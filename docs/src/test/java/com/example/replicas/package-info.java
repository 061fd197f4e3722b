/** Runs the samples of the page on replicas, on two servers of which one follows the other. */
@NullMarked
package com.example.replicas;

import org.jspecify.annotations.NullMarked;
