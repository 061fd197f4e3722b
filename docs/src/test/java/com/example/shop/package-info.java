/** The application that the guide begins with. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
