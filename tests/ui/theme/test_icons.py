"""Every icon has its file, and every file its name."""

import pytest

from ui.theme.icons import FOLDER, Icon, icon, pixmap


def test_names_and_files_are_the_same() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(Icon)
    assert (FOLDER / "LICENSE").exists()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", Icon)
def test_an_icon_is_drawn_in_the_colour_that_was_asked(name: Icon) -> None:
    image = pixmap(name, "#FF0000", 24).toImage()
    drawn = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    full = [colour for colour in drawn if colour.alpha() > 100]
    assert full
    assert {colour.name() for colour in full} == {"#ff0000"}
    assert not icon(name, "#FF0000").isNull()
