package dev.caspian.execute;

import dev.caspian.plan.WritePlan;
import dev.caspian.sql.render.RenderedStatement;
import dev.caspian.sql.render.StatementRenderer;

/** A plan with its SQL. Immutable, shared by all queries of its shape. */
record RenderedWrite(WritePlan plan, RenderedStatement statement) {

    static RenderedWrite of(WritePlan plan, StatementRenderer renderer) {
        return new RenderedWrite(plan, renderer.render(plan.statement()));
    }
}
