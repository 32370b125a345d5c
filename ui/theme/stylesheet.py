"""Tokens → palette and style sheet: one template for light and dark."""

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import FONT_MONO, Palette, as_map

_CHECK = Path(__file__).parents[2] / "resources" / "theme" / "check.svg"

_TEMPLATE = Template("""
* { outline: 0; }
QWidget { color: $text; font-size: ${t_body}px; }
QMainWindow, #page { background: $bg; }
QToolTip { background: $text; color: $bg; border: 0; padding: 6px 8px; border-radius: ${r_m}px; }

#topbar { background: $surface; border-bottom: 1px solid $border; }
#rail { background: $surface; border-right: 1px solid $border; }
#statusbar { background: $surface; border-top: 1px solid $border; }
#statusbar QLabel { color: $text3; font-size: ${t_small}px; }
#inspector { background: $surface; border-left: 1px solid $border; }

QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: ${r_l}px; }
QFrame[card="true"][state="bad"] { border: 1px solid $bad; }
QFrame[soft="warn"] { background: $warn_soft; border: 0; border-radius: ${r_l}px; }
QFrame[soft="bad"] { background: $bad_soft; border: 0; border-radius: ${r_l}px; }
QFrame[soft="good"] { background: $good_soft; border: 0; border-radius: ${r_l}px; }
QFrame[soft="accent"] { background: $accent_soft; border: 0; border-radius: ${r_l}px; }
QFrame[soft="plain"] { background: $sunken; border: 0; border-radius: ${r_l}px; }
QFrame[sunken="true"] { background: $sunken; border: 0; border-radius: ${r_m}px; }
QFrame[line="true"] { background: $border; border: 0; }

QLabel { background: transparent; }
QLabel[role="h1"] { font-size: ${t_h1}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${t_title}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="smallstrong"] { font-size: ${t_small}px; font-weight: 600; }
QLabel[role="metric"] { font-size: ${t_metric}px; font-weight: 600; }
QLabel[role="muted"] { color: $text3; font-size: ${t_small}px; }
QLabel[role="body2"] { color: $text2; }
QLabel[role="small2"] { color: $text2; font-size: ${t_small}px; }
QLabel[role="label"] { color: $text2; font-size: ${t_small}px; font-weight: 500; }
QLabel[role="good"] { color: $good; font-size: ${t_small}px; font-weight: 500; }
QLabel[role="warn"] { color: $warn; font-size: ${t_small}px; font-weight: 500; }
QLabel[role="bad"] { color: $bad; font-size: ${t_small}px; font-weight: 500; }
QLabel[role="mono"] { font-family: "$font_mono"; font-size: ${t_small}px; }
QLabel[role="mono2"] { font-family: "$font_mono"; font-size: ${t_small}px; color: $text2; }
QLabel[role="badge"] { background: $accent_soft; color: $accent; border-radius: 13px;
    font-weight: 600; padding: 0 4px; }
QLabel[pill] { border-radius: 10px; min-height: 15px; padding: 3px 10px;
    font-size: ${t_small}px; font-weight: 600; }
QLabel[pill="good"] { color: $good; background: $good_soft; }
QLabel[pill="warn"] { color: $warn; background: $warn_soft; }
QLabel[pill="bad"] { color: $bad; background: $bad_soft; }
QLabel[pill="accent"] { color: $accent; background: $accent_soft; }
QLabel[pill="plain"] { color: $text2; background: $sunken; }
QLabel[kbd="true"] { color: $text3; background: $sunken; border: 1px solid $border;
    border-radius: ${r_s}px; padding: 1px 6px; font-size: ${t_caption}px; }

QPushButton { background: $surface; border: 1px solid $border_strong; border-radius: ${r_m}px;
    padding: 0 12px; min-height: 30px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; }
QPushButton:disabled { color: $text3; border-color: $border; }
QPushButton[kind="primary"] { background: $accent_fill; border: 1px solid $accent_fill;
    color: $on_accent; }
QPushButton[kind="primary"]:disabled { background: $surface; border-color: $border; color: $text3; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="small"] { min-height: 24px; padding: 0 10px; font-size: ${t_small}px; }
QPushButton[kind="small"]:focus { padding: 0 9px; }
QPushButton[kind="field"] { text-align: left; padding: 0 8px; min-height: 28px; font-weight: 400; }
QPushButton[kind="quiet"] { border: 1px solid transparent; background: transparent; color: $text2;
    padding: 0 8px; min-height: 26px; }
QPushButton[kind="quiet"]:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPushButton[method] { font-family: "$font_mono"; font-weight: 700; }
QPushButton[method="GET"] { color: $accent; }
QPushButton[method="POST"] { color: $good; }
QPushButton[method="PUT"], QPushButton[method="PATCH"] { color: $warn; }
QPushButton[method="DELETE"] { color: $bad; }
QPushButton[kind="link"] { border: 0; background: transparent; color: $accent; padding: 0;
    min-height: 24px; text-align: left; font-size: ${t_small}px; }
QPushButton[kind="name"] { border: 0; background: transparent; color: $text; padding: 0;
    min-height: 24px; text-align: left; font-size: ${t_small}px; font-family: "$font_mono";
    font-weight: 400; }
QPushButton[kind="name"]:hover, QPushButton[kind="name"]:focus { color: $accent;
    text-decoration: underline; }
QPushButton[kind="name"]:disabled { color: $text; }
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus { text-decoration: underline; }
QPushButton[kind="search"] { background: $sunken; border: 1px solid transparent; color: $text3;
    text-align: left; font-weight: 400; padding: 0 10px; }
QPushButton[kind="search"]:hover { border-color: $border_strong; }
QPushButton[kind="run"] { background: $surface; border: 1px solid $border_strong;
    border-radius: ${r_l}px; padding: 0; text-align: left; min-height: 46px; }
QPushButton[kind="run"]:focus { border: 2px solid $accent; padding: 0; }

QToolButton[nav="true"] { border: 0; border-radius: ${r_l}px; color: $text2;
    font-size: ${t_caption}px; font-weight: 500; padding: 6px 0 5px 0; background: transparent; }
QToolButton[nav="true"]:hover { background: $hover; color: $text; }
QToolButton[nav="true"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QToolButton[nav="true"]:focus { border: 2px solid $accent; }
QToolButton[seg="true"] { border: 0; border-radius: ${r_s}px; color: $text2; padding: 0 10px;
    min-height: 24px; font-size: ${t_small}px; font-weight: 500; background: transparent; }
QToolButton[seg="true"][tight="true"] { padding: 0 5px; }
QToolButton[seg="true"]:hover { color: $text; }
QToolButton[seg="true"]:checked { background: $surface; color: $text; font-weight: 600;
    border: 1px solid $border; }
QToolButton[seg="true"]:focus { border: 2px solid $accent; }
QToolButton[tab="true"] { border: 0; border-bottom: 2px solid transparent; color: $text2;
    padding: 0 2px; min-height: 38px; font-weight: 500; background: transparent; }
QToolButton[tab="true"]:hover { color: $text; }
QToolButton[tab="true"]:checked { color: $text; border-bottom: 2px solid $accent;
    font-weight: 600; }
QToolButton[tab="true"]:focus { border: 2px solid $accent; border-radius: ${r_s}px; }

QLineEdit, QPlainTextEdit { background: $surface; border: 1px solid $border_strong;
    border-radius: ${r_m}px; selection-background-color: $accent_fill;
    selection-color: $on_accent; }
QLineEdit { padding: 0 8px; min-height: 28px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 7px; }
QPlainTextEdit { padding: 4px 6px; font-family: "$font_mono"; font-size: ${t_small}px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QPlainTextEdit[readOnly="true"] { background: $sunken; border: 1px solid $border; }
QPlainTextEdit[readOnly="true"]:focus { border: 2px solid $accent; }

QTableView, QListView { background: $surface; border: 0; gridline-color: transparent;
    selection-background-color: $accent_soft; selection-color: $text; }
QTableView::item { padding: 0 10px; border-bottom: 1px solid $border; }
QTableView::item:hover { background: $hover; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $text3; border: 0;
    border-bottom: 1px solid $border; padding: 0 12px; height: 30px; font-size: ${t_small}px;
    font-weight: 500; }
QScrollArea, QScrollArea > QWidget > QWidget { border: 0; background: transparent; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar::handle:vertical { background: $border_strong; border-radius: 3px; min-height: 32px;
    margin: 2px 3px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel[role="metricunit"] { color: $text3; font-size: ${t_small}px; }
QScrollArea { background: transparent; }
QAbstractSpinBox { background: $surface; border: 1px solid $border_strong; border-radius: ${r_m}px;
    padding: 0 8px; min-height: 25px; selection-background-color: $accent_fill;
    selection-color: $on_accent; }
QAbstractSpinBox:focus { border: 2px solid $accent; padding: 0 7px; }
QAbstractSpinBox:disabled, QLineEdit:disabled {
    color: $text3; border-color: $border; background: $sunken; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QLineEdit[kind="title"] { background: transparent; border: 1px solid transparent; padding: 0 5px;
    font-size: ${t_h1}px; font-weight: 600; min-height: 26px; margin-left: -6px; }
QLineEdit[kind="title"]:hover { border: 1px solid $border_strong; }
QLineEdit[kind="title"]:focus { background: $surface; border: 2px solid $accent; padding: 0 4px; }
QLineEdit[mono="true"] { font-family: "$font_mono"; font-size: ${t_small}px; }
QLineEdit[wrong="true"] { border: 2px solid $bad; padding: 0 7px; }
QPlainTextEdit[wrong="true"] { border: 2px solid $bad; padding: 3px 5px; }
QListWidget#completion_list { background: $surface; border: 1px solid $border_strong;
    border-radius: ${r_m}px; padding: 4px; font-family: "$font_mono"; font-size: ${t_small}px; }
QListWidget#completion_list::item { padding: 0 8px; border-radius: ${r_s}px; }
QListWidget#completion_list::item:selected { background: $accent_soft; color: $text; }
QCheckBox { spacing: 8px; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $border_strong;
    border-radius: ${r_s}px; background: $surface; }
QCheckBox::indicator:checked { background: $accent_fill; border-color: $accent_fill;
    image: url("$check"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: ${r_s}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QTableView:focus, QListView:focus { border: 2px solid $accent; }
QScrollBar:horizontal { height: 0; }
QSplitter::handle { background: transparent; }
#toast { background: $text; border-radius: ${r_m}px; }
#toast QLabel { color: $bg; }
QPushButton[kind="toast"] { border: 1px solid $border_strong; background: transparent; color: $bg;
    min-height: 24px; padding: 0 10px; font-weight: 600; }
QPushButton[kind="menu"]::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }
""")


def style_sheet(tokens: Palette) -> str:
    """Return the whole application's style sheet."""
    return _TEMPLATE.substitute(as_map(tokens), font_mono=FONT_MONO, check=_CHECK.as_posix())


def qt_palette(tokens: Palette) -> QPalette:
    """Return the colours of what no style sheet reaches."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.Highlight: tokens.accent_fill,
        role.HighlightedText: tokens.on_accent,
        role.PlaceholderText: tokens.text3,
        role.Link: tokens.accent,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.bg,
        role.Mid: tokens.border,
        role.Accent: tokens.accent_fill,
    }.items():
        palette.setColor(which, QColor(colour))
    return palette
