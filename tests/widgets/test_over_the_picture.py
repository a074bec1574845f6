"""The parts that lie over the picture: what they say, and how seldom they paint."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from massage_guide.domain.figure import Side
from massage_guide.domain.stroke import Region
from massage_guide.stage.palette import LIGHT, PALETTES, Palette
from massage_guide.widgets.badges import Badge, Badges
from massage_guide.widgets.controls_bar import ControlsBar
from massage_guide.widgets.lettering import (
    Ground,
    Lettering,
    Line,
    block_height,
    fitting,
)
from massage_guide.widgets.once import Once
from massage_guide.widgets.ring import Ring
from massage_guide.widgets.side_figure import paint_side_figure
from massage_guide.widgets.standing import Standing
from massage_guide.widgets.theme import Theme, sized, wear
from tests.doubles import FakeClock


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    sheet = QWidget()
    qtbot.addWidget(sheet)
    wear(sheet, Theme())
    sheet.resize(1280, 720)
    return sheet


@pytest.fixture
def dress(sheet: QWidget) -> Callable[[Theme], QWidget]:
    def put_on(theme: Theme) -> QWidget:
        wear(sheet, theme)
        return sheet

    return put_on


def painted(part: QWidget) -> QImage:
    return part.grab().toImage()


def drawn_figure(region: Region | None, side: Side | None) -> QImage:
    image = QImage(QSize(100, 100), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    paint_side_figure(painter, QRect(0, 0, 100, 100).toRectF(), region, side, LIGHT)
    painter.end()
    return image


def warm_centre(image: QImage) -> float:
    """How far right the coloured part is, 0 to 100."""
    warm = QColor(LIGHT.warm)
    found = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == warm
    ]
    return sum(found) / len(found)


@pytest.mark.parametrize("region", [Region.LEGS, Region.FEET, Region.ARMS, Region.HANDS])
def test_babys_left_is_on_the_right_of_the_picture(region: Region) -> None:
    assert warm_centre(drawn_figure(region, Side.LEFT)) > 55
    assert warm_centre(drawn_figure(region, Side.RIGHT)) < 45
    assert abs(warm_centre(drawn_figure(region, None)) - 50) < 2


@pytest.mark.parametrize("region", [Region.TUMMY, Region.CHEST, Region.FACE, Region.BACK])
def test_what_lies_in_the_middle_is_shown_in_the_middle(region: Region) -> None:
    assert abs(warm_centre(drawn_figure(region, None)) - 50) < 2


def test_a_ring_repaints_only_what_can_be_seen(sheet: QWidget) -> None:
    ring = Ring(sheet)
    ring.setGeometry(0, 0, 132, 132)
    shares = set()
    for frame in range(60 * 30):
        ring.show_share(frame / (60 * 30))
        shares.add(ring.share)
    assert len(shares) < 230, "about one change for every two pixels of arc"
    assert ring.share == pytest.approx(1.0, abs=0.01)


def test_a_held_ring_is_full_and_breathes_once_a_repeat(
    dress: Callable[[Theme], QWidget],
) -> None:
    sheet = dress(Theme())
    ring = Ring(sheet)
    ring.setGeometry(0, 0, 132, 132)
    ring.show_held(0.0)
    out = painted(ring)
    ring.show_held(0.5)
    assert painted(ring) != out
    ring.show_held(1.0)
    assert painted(ring) == out
    dress(Theme(reduced_motion=True))
    ring.show_held(0.0)
    still = painted(ring)
    ring.show_held(0.5)
    assert painted(ring) == still


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("window", [(1024, 640), (1280, 720), (1366, 768), (1920, 1080)])
def test_words_shrink_rather_than_be_cut(percent: int, window: tuple[int, int]) -> None:
    theme = sized(Theme(text_percent=percent), QSize(*window))
    lines = (
        Line("Under the toes and ball of foot", 42, strong=True, grows=0.5),
        Line("Small circles round the ankle, one way, then the other.", 27, gap=12, grows=0.7),
    )
    factor = fitting(lines, theme, 270, 400)
    assert 0.5 < factor <= 1.0
    assert block_height(lines, theme, factor, 270) <= 400


def test_the_longest_caption_fits_the_smallest_window(dress: Callable[[Theme], QWidget]) -> None:
    theme = sized(Theme(text_percent=150), QSize(1024, 640))
    caption = Lettering(dress(theme))
    caption.set_lines(Line("Now the other way. " * 8, 25))
    box = QRect(700, 200, 280, 400)
    assert caption.place(box).height() <= box.height()
    assert fitting(caption.lines, theme, box.width(), box.height()) > 0.5


def test_saying_the_same_again_changes_nothing(sheet: QWidget) -> None:
    words = Lettering(sheet)
    assert words.set_lines(Line("Toe roll", 42))
    assert not words.set_lines(Line("Toe roll", 42))
    assert words.accessibleName() == "Toe roll"


@pytest.mark.parametrize("own", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("ground", [Ground.HALO, Ground.CARD])
def test_a_ground_hides_the_picture_behind_words(
    dress: Callable[[Theme], QWidget], own: Palette, ground: Ground
) -> None:
    words = Lettering(dress(Theme(own)))
    words.set_lines(Line("mmmmmmmm", 40))
    words.set_ground(ground)
    words.place(QRect(60, 60, 300, 80))
    picture = QImage(words.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor("#b0603a"))
    painter = QPainter(picture)
    words.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    box = words.words_box()
    row = [picture.pixelColor(x, box.center().y()) for x in range(box.left(), box.left() + 200)]
    assert not any(looks_like(seen, QColor("#b0603a")) for seen in row)
    assert looks_like(picture.pixelColor(0, 0), QColor("#b0603a"))


def looks_like(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(first - second) for first, second in pairs) < 30


def test_badges_say_what_differs_with_answers_first() -> None:
    standing = Standing(enough=True, hold=True, pace=0.5, resting=True)
    assert [badge.text for badge in standing.badges()] == [
        "E again for enough",
        "Resting",
        "Staying with this stroke",
        "Slower, ×0.5",
    ]
    assert [badge.warm for badge in standing.badges()] == [True, False, False, False]
    assert Standing().badges() == ()


def test_badges_are_heard_too(sheet: QWidget) -> None:
    badges = Badges(sheet)
    assert badges.set_badges((Badge("Resting"), Badge("Dimmed")))
    assert not badges.set_badges((Badge("Resting"), Badge("Dimmed")))
    assert badges.accessibleName() == "Resting. Dimmed"
    assert badges.height_for(300) > badges.height_for(300) / 2 > 0


def test_controls_fade_away_when_nothing_moves(sheet: QWidget, qtbot: QtBot) -> None:
    sheet.show()
    bar = ControlsBar(sheet)
    bar.setGeometry(16, 480, 1248, bar.heightForWidth(1248))
    told: list[bool] = []
    bar.appeared.connect(told.append)
    bar.appear()
    finish(bar)
    assert bar.isVisible()
    effect = bar.graphicsEffect()
    assert effect is not None
    assert not effect.isEnabled()
    bar._idle.timeout.emit()
    finish(bar)
    bar.vanish()
    assert bar.isHidden()
    assert told == [True, False]


def test_left_handed_controls_begin_on_the_right(dress: Callable[[Theme], QWidget]) -> None:
    bar = ControlsBar(dress(Theme()))
    bar.resize(1248, bar.heightForWidth(1248))
    bar.fit()
    assert bar.rest.x() < bar.enough.x()
    dress(Theme(left_handed=True))
    bar.fit()
    assert bar.rest.x() > bar.enough.x()


def test_once_lets_a_slip_pass(clock: FakeClock) -> None:
    once = Once(clock)
    assert once.allows()
    clock.pass_by(0.39)
    assert not once.allows()
    clock.pass_by(0.02)
    assert once.allows()


def finish(bar: ControlsBar) -> None:
    """Bring a fade to its end without waiting for it."""
    fade = bar._fade
    if fade.state() is QAbstractAnimation.State.Running:
        fade.setCurrentTime(fade.duration())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
