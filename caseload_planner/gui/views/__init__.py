"""Pages, dialogs, widgets and delegates: the only modules that import QtWidgets."""
