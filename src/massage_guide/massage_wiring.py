"""The wiring of one massage, from getting ready to the closing page."""

from __future__ import annotations

from massage_guide.program import Program


def wire_massage(program: Program) -> None:
    """Connect it in the order in which a parent meets it."""
    _wire_before(program)
    _wire_player(program)
    _wire_sound(program)
    _wire_guide(program)
    _wire_after(program)


def _wire_before(program: Program) -> None:
    """Get ready, the breath and Ask."""
    screens = program.screens
    ready = screens.get_ready
    memory = program.memory
    ready.today_changed.connect(program.ready.today_changed)
    ready.age_told.connect(program.ready.age_told)
    ready.rated.connect(program.ready.rated)
    ready.word_chosen.connect(program.ready.word_chosen)
    ready.go_on_requested.connect(program.ready.go_on)
    ready.breath_done.connect(program.ready.breath_done)
    ready.holding_requested.connect(program.ready.just_hold)
    ready.home_requested.connect(program.ready.leave)
    ready.reading_requested.connect(program.cards.open_reading)
    screens.ask.answered.connect(program.ready.answered)
    program.prelude.moment_changed.connect(program.ready.prelude_moved)
    program.prelude.moment_changed.connect(screens.asking.show_moment)
    program.prelude.happened.connect(program.ready.prelude_happened)
    program.ready.planned.connect(program.steward.dress_for)
    program.ready.planned.connect(program.speaking.prepare)
    program.ready.agreed.connect(program.steward.dress_for)
    program.ready.agreed.connect(program.speaking.prepare)
    program.ready.agreed.connect(program.massage.play)
    program.ready.agreed.connect(memory.lapse)
    program.ready.declined.connect(program.closing.declined)
    program.ready.declined.connect(memory.lapse)


def _wire_player(program: Program) -> None:
    """Facts of the massage go to the picture, Guide and the journal."""
    guide = program.screens.guide
    player = program.player
    player.moment_changed.connect(program.screens.picture.show_moment)
    player.moment_changed.connect(guide.show_moment)
    player.cue_due.connect(guide.show_cue)
    player.cue_due.connect(program.recorder.cue_due)
    player.step_began.connect(program.recorder.step_began)
    player.step_ended.connect(program.recorder.step_ended)
    player.happened.connect(program.recorder.happened)
    player.happened.connect(program.steward.show_ways)
    player.state_changed.connect(program.steward.show_state)
    player.state_changed.connect(program.massage.state_changed)


def _wire_sound(program: Program) -> None:
    """What is heard follows whichever player plays, after what is seen."""
    sound = program.sound
    for player in (program.prelude, program.player):
        player.state_changed.connect(sound.state_changed)
        player.moment_changed.connect(sound.show_moment)
        player.cue_due.connect(sound.cue_due)
    program.prelude.state_changed.connect(program.captions.prelude_state_changed)
    program.prelude.cue_due.connect(program.captions.prelude_cue_due)
    program.prelude.moment_changed.connect(program.captions.prelude_moved)
    sound.caption.connect(program.captions.show_chime)
    sound.availability_changed.connect(program.captions.show_availability)
    program.looks.changed.connect(program.captions.wear)
    program.looks.changed.connect(sound.wear)
    sound.told.connect(program.window.show_notice)
    program.speaking.told.connect(program.window.show_notice)
    program.looks.changed.connect(program.massage.tell_as)


def _wire_guide(program: Program) -> None:
    """Guide's wishes go to the player and to the massage."""
    guide = program.screens.guide
    player = program.player
    window = program.window
    cards = program.cards
    guide.rest_toggled.connect(program.massage.rest_or_go_on)
    guide.next_requested.connect(player.next)
    guide.again_requested.connect(player.again)
    guide.pace_requested.connect(player.change_pace)
    guide.hold_requested.connect(player.toggle_hold)
    guide.rated.connect(program.massage.rated)
    guide.cue_card_requested.connect(cards.open_cue)
    guide.keys_requested.connect(cards.open_keys)
    guide.enough_requested.connect(program.massage.enough)
    guide.mute_requested.connect(program.looks.toggle_mute)
    guide.dim_requested.connect(window.toggle_dim)
    guide.full_screen_requested.connect(window.toggle_full_screen)
    guide.rest.go_on.connect(player.start)
    guide.rest.holding_only.connect(program.massage.hold_only)
    guide.rest.leave_region_out.connect(program.massage.leave_region_out)
    guide.rest.enough.connect(program.massage.enough_because)
    window.dim_changed.connect(guide.show_dim)
    window.dim_changed.connect(program.looks.dim)


def _wire_after(program: Program) -> None:
    """Enough, and what is written down there."""
    enough = program.screens.enough
    memory = program.memory
    enough.rated.connect(program.closing.rated)
    enough.moments_changed.connect(program.closing.moments_changed)
    enough.note_changed.connect(program.closing.noted)
    enough.ending_chosen.connect(program.closing.ending_chosen)
    enough.word_chosen.connect(program.closing.word_chosen)
    enough.go_on_requested.connect(program.closing.go_on)
    enough.home_requested.connect(program.closing.home)
    enough.home_requested.connect(memory.refresh)
    enough.talk_requested.connect(program.cards.open_talk)
    program.massage.over.connect(program.closing.begin)
