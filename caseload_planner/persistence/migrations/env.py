"""Runs the steps on the connection that `schema.upgrade` hands over, inside its transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["target_metadata"],
    # SQLite cannot alter most of a table in place.
    render_as_batch=True,
)
context.run_migrations()
