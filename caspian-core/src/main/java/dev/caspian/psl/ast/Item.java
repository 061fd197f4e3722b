package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;

/** Something at the top level of a file, in the order of the text. */
public sealed interface Item permits Block, CommentBlock, BlankLines, UnknownText {

    Span span();
}
