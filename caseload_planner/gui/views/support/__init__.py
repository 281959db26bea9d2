"""The views of the Ondersteuners page."""
