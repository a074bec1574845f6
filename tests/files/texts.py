"""Routine, stroke and course files that are right, to be broken by tests."""

from __future__ import annotations

ROUTINE = """format = 1
id = "trial"
version = "1.0.0"
title = "Trial"
purpose = "A trial"
language = "en"
licence = "CC-BY-4.0"
authors = ["Somebody"]
from_weeks = 4
positions = ["on-back"]
oil = "none"
x-colour = "green"

[prelude]
breathing_seconds = 20

[[step]]
stroke = "resting-hands"

[[block]]
side = "each"

[[block.step]]
stroke = "hip-to-ankle-glide"
repeats = 3

[[block.step]]
stroke = "toe-roll"
repeats = 5

[[step]]
rest = 6

[[step]]
stroke = "foot-hold"
x-mood = "kind"
"""

STROKES = """format = 1

[[stroke]]
id = "slow-glide"
code = "own"
name = "Slow glide"
region = "legs"
positions = ["on-back"]
figure = "front"
motion = "glide"
sides = "each"
direction_rule = "down"
pressure = 2
seconds = 5
repeats = 4
repeats_range = [3, 8]
from_weeks = 0
watch = "Breathing."
care = "Slowly."
if_no = "foot-hold"
sources = ["GK"]
reviewed_by = "Somebody"

[stroke.left]
role = "strokes"
shape = "c-cup"
path = ["hip.L", { landmark = "knee.L", by = [4, 0] }, [62, 144]]

[stroke.say]
line = "One slow glide."
announce = "Baby's {side} leg, a slow glide."
how = "From hip to ankle."
nearly = "Soon, a slow glide."
other = "Soon, the other leg."
"""

COURSE = """format = 1
id = "own-class"
version = "1.0.0"
title = "Own class"
purpose = "A trial"
language = "en"
licence = "CC-BY-4.0"
authors = ["Somebody"]

[[week]]
number = 1
title = "Legs"
routines = ["legs-and-feet"]
new = ["toe-roll", "foot-hold"]
review = []

[[week.plan]]
part = "New strokes"
minutes = 15

[[week.plan]]
part = "Talk and tea"
minutes = 10

[[week.talk]]
title = "Why touch"
tone = "go"
lines = ["Calm time together."]

[[week]]
number = 2
title = "Tummy"
new = ["sun-and-moon"]
review = [1]
review_how = "The legs."
x-mood = "kind"
"""
