"""Nouns and arithmetic of the field: standard library only, frozen values, no effects."""
