package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;

/** Something within a block, in the order of the text. */
public sealed interface Member
        permits FieldDeclaration, ValueDeclaration, Property, BlockAttribute, CommentBlock, BlankLines, UnknownText {

    Span span();
}
