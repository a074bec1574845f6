"""Journal files that are broken or meant to do harm: refused whole, with a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from massage_guide.storage.errors import CannotImport
from massage_guide.storage.exchange_format import schema_text
from massage_guide.storage.parcel import LARGEST
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

Edit = Callable[[dict[str, Any]], object]

EDITS: dict[str, tuple[Edit, str]] = {
    "newer": (lambda it: it.update(format=2, more=[]), "newer Massage Guide (format 2"),
    "another program's": (lambda it: it.update(kind="recipes"), "not a journal file of Massage"),
    "no number": (lambda it: it["observation"][0].update(value="calm"), "observation 1 value"),
    "six points": (lambda it: it["observation"][1].update(value=6), "observation 2 value"),
    "truth": (lambda it: it["step"][0].update(number=True), "step 1 number"),
    "a word too many": (lambda it: it["baby"][0].update(score=9), "baby 1 score"),
    "a word too few": (lambda it: it["baby"][0].pop("name"), "baby 1 name"),
    "an ending unknown": (lambda it: it["session"][0].update(ending="missed"), "session 1 ending"),
    "no date": (lambda it: it["baby"][0].update(born="2026-02-30"), "baby 1 born"),
    "no time": (lambda it: it["step"][0].update(began="2026-13-45T99:00:00Z"), "step 1 began"),
    "no such day": (lambda it: it["step"][0].update(began="2026-02-29T18:30:00.000000Z"), "began"),
    "no zone": (lambda it: it["step"][0].update(began="2026-11-17T18:30:00"), "step 1 began"),
    "before time": (lambda it: it["step"][0].update(began="0001-01-01T00:00:00Z"), "step 1 began"),
    "an offset of days": (lambda it: it["note"][0].update(utc_offset=99999), "note 1 utc_offset"),
    "no uuid": (lambda it: it["note"][0].update(id="1' OR 1=1 --"), "note 1 id"),
    "no number at all": (lambda it: it["session"][0].update(reached=float("nan")), "reached"),
    "a huge string": (lambda it: it["note"][0].update(text="a" * 2_000_000), "note 1 text"),
    "a huge number": (lambda it: it["step"][0].update(number=10**400), "step 1 number"),
    "twice": (lambda it: it["step"].append(it["step"][0]), "two records of step have the same id"),
    "a stray": (lambda it: it["session"].clear(), "belongs to a session that is not in the file"),
    "somebody's": (lambda it: it["baby"].clear(), "belongs to a baby that is not in the file"),
    "a list": (lambda it: it.update(baby={}), "mistake at baby"),
}


def test_files_that_are_wrong_change_nothing(tmp_path: Path, clock: WallClock) -> None:
    hers, his = Laptop(tmp_path / "hers", clock), Laptop(tmp_path / "his", clock)
    hers.massage(hers.journal.add_baby("Mira").id, "a note")
    his.massage()
    sound = hers.hand_over()
    before = his.holds()
    bad = tmp_path / "bad.json"
    for name, (edit, reason) in EDITS.items():
        whole = json.loads(sound.read_text(encoding="utf-8"))
        edit(whole)
        bad.write_text(json.dumps(whole), encoding="utf-8")
        with pytest.raises(CannotImport) as refused:
            his.take_in(bad)
        assert refused.value.sentence.startswith("Nothing was imported: "), name
        assert reason in refused.value.sentence, (name, refused.value.sentence)
        assert len(refused.value.sentence) < 300, name
    assert his.holds() == before
    assert his.take_in(sound).sessions == 1
    for laptop in (hers, his):
        laptop.journal.close()


def test_files_that_are_no_journal_at_all(tmp_path: Path, clock: WallClock) -> None:
    hers = Laptop(tmp_path / "hers", clock)
    hers.massage()
    sound = hers.hand_over().read_bytes()
    hers.journal.close()
    files = {
        "ends too early": sound[: len(sound) // 2],
        "not a journal file (": b"\x00\xff" * 50,
        "not a journal file of Massage Guide": b"[1, 2]",
        "is not a journal": b"[" * 500_000,
        "not a journal file (Invalid JSON: invalid unicode": sound.replace(
            b"First touch", b"First \xff\xfe"
        ),
    }
    bad = tmp_path / "bad.json"
    for reason, content in files.items():
        bad.write_bytes(content)
        with pytest.raises(CannotImport) as refused:
            hers.take_in(bad)
        assert reason in refused.value.sentence
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(CannotImport, match="there is no file"):
            hers.take_in(path)


def test_half_a_gigabyte_is_not_even_read(tmp_path: Path, clock: WallClock) -> None:
    hers = Laptop(tmp_path / "hers", clock)
    big = tmp_path / "big.json"
    with big.open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(CannotImport, match=r"larger than any journal \(256 MB at most\)"):
        hers.take_in(big)
    assert LARGEST < 500 * 1024 * 1024
    hers.journal.close()


def test_the_published_schema_is_current() -> None:
    published = Path(__file__).parents[2] / "assets" / "schema" / "journal.schema.json"
    assert published.read_text(encoding="utf-8") == schema_text(), "run `make schema`"
