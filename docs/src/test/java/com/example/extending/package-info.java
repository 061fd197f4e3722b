/** The samples of the page on extending the client: an application of its own, so that nobody else scans its components. */
@NullMarked
package com.example.extending;

import org.jspecify.annotations.NullMarked;
