"""Colours, sizes, fonts and icons: how everything looks."""
