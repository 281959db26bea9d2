"""The views of the Formatie page."""
