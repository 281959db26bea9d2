"""Writing files so that they are there whole or not at all; below everything that makes documents."""
