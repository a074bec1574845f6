"""The wiring: who hears whom; facts come down from the player, requests up from the screens."""

from __future__ import annotations

from massage_guide.desk_wiring import (
    wire_handouts,
    wire_keeping,
    wire_paperwork,
    wire_register,
)
from massage_guide.massage_wiring import wire_massage
from massage_guide.program import Program


def wire(program: Program) -> None:
    """Connect everything, in the order in which a massage meets it."""
    _wire_home(program)
    wire_massage(program)
    _wire_listening(program)
    _wire_desk(program)
    _wire_times(program)
    _wire_journal(program)
    _wire_patterns(program)
    _wire_learning(program)
    _wire_teaching(program)
    wire_keeping(program)
    wire_register(program)
    wire_paperwork(program)
    wire_handouts(program)
    _wire_window(program)


def _wire_home(program: Program) -> None:
    """Home asks for a massage, a baby, or a page."""
    home = program.screens.home
    memory = program.memory
    home.routine_chosen.connect(program.ready.begin)
    home.baby_chosen.connect(memory.choose)
    home.add_baby_requested.connect(memory.add_baby)
    home.go_on_requested.connect(memory.go_on)
    home.again_requested.connect(memory.again)
    home.enough_requested.connect(memory.that_was_enough)
    home.leave_requested.connect(memory.leave_it)
    home.journal_requested.connect(program.looking_back.open)
    home.settings_requested.connect(program.steward.open_settings)


def _wire_listening(program: Program) -> None:
    """The Sound page of Settings, and the tapping."""
    screens = program.screens
    listening = program.listening
    screen, tapping, sound = screens.sound_screen, screens.tap_along, program.sound
    screens.settings_screen.sound_requested.connect(listening.open)
    program.looks.changed.connect(screen.show_settings)
    screen.settings_changed.connect(program.looks.change)
    screen.voice_wanted.connect(listening.hear_voice)
    screen.chime_wanted.connect(listening.hear_chime)
    screen.bed_wanted.connect(listening.hear_bed)
    screen.music_wanted.connect(listening.choose_music)
    screen.devices_wanted.connect(sound.list_devices)
    screen.tap_along_requested.connect(listening.open_tapping)
    screen.back_requested.connect(listening.leave)
    tapping.chime_wanted.connect(listening.chime)
    tapping.kept.connect(listening.keep_offset)
    tapping.back_requested.connect(listening.open)
    sound.devices_listed.connect(screen.show_devices)
    sound.music_judged.connect(listening.take_music)
    sound.availability_changed.connect(listening.show_available)


def _wire_desk(program: Program) -> None:
    """Settings and babies."""
    screens = program.screens
    memory = program.memory
    screens.settings_screen.settings_changed.connect(program.looks.change)
    screens.settings_screen.baby_requested.connect(memory.edit_baby)
    screens.settings_screen.home_requested.connect(program.steward.open_home)
    screens.baby_form.saved.connect(memory.save_baby)
    screens.baby_form.cancelled.connect(memory.leave_form)
    memory.baby_changed.connect(program.steward.set_baby)
    memory.resume_wanted.connect(program.steward.resume)
    memory.enough_wanted.connect(program.steward.enough_of)
    program.looks.changed.connect(program.shelf.show_help)
    program.looks.repainted.connect(program.shelf.draw_cards)
    program.window.screen_changed.connect(program.shelf.make_way)


def _wire_times(program: Program) -> None:
    """Time set aside: the page, the calendar file, and the line on Home."""
    times, screen = program.times_aside, program.screens.times_screen
    program.screens.home.times_requested.connect(times.open)
    screen.times_changed.connect(times.change)
    screen.naming_changed.connect(times.name_baby)
    screen.calendar_requested.connect(times.save)
    screen.home_requested.connect(program.steward.open_home)
    program.memory.baby_changed.connect(times.set_baby)
    program.window.screen_changed.connect(times.refresh)


def _wire_journal(program: Program) -> None:
    """The timeline, and one massage opened."""
    looking_back = program.looking_back
    journal, massage = program.screens.journal, program.screens.massage
    journal.baby_chosen.connect(looking_back.of)
    journal.massage_requested.connect(looking_back.open_massage)
    journal.undo_requested.connect(looking_back.undo)
    journal.talk_requested.connect(program.cards.open_talk)
    journal.home_requested.connect(program.steward.open_home)
    massage.rated.connect(looking_back.rated)
    massage.step_corrected.connect(looking_back.step_corrected)
    massage.moments_changed.connect(looking_back.moments_changed)
    massage.note_changed.connect(looking_back.noted)
    massage.ending_chosen.connect(looking_back.ending_chosen)
    massage.word_chosen.connect(looking_back.word_chosen)
    massage.baby_chosen.connect(looking_back.baby_chosen)
    massage.delete_requested.connect(looking_back.delete)
    massage.back_requested.connect(looking_back.back)
    looking_back.changed.connect(program.memory.refresh)
    program.window.screen_changed.connect(looking_back.screen_changed)


def _wire_patterns(program: Program) -> None:
    """What the journal shows of a baby."""
    screen, seeing = program.screens.patterns, program.seeing
    screen.baby_chosen.connect(seeing.show_of)
    screen.back_requested.connect(program.looking_back.open)
    program.screens.journal.patterns_requested.connect(seeing.open)
    program.looking_back.changed.connect(seeing.look_again)


def _wire_learning(program: Program) -> None:
    """The course at home, and one stroke alone."""
    learning, screens = program.learning, program.screens
    screen, page = screens.learning_screen, screens.practice_page
    screens.home.learning_requested.connect(learning.open)
    screens.home.stroke_chosen.connect(learning.find_stroke)
    screen.week_chosen.connect(learning.choose_week)
    screen.stroke_chosen.connect(learning.open_stroke)
    screen.routine_chosen.connect(program.ready.begin)
    screen.home_requested.connect(program.steward.open_home)
    page.begin_requested.connect(learning.begin)
    page.back_requested.connect(learning.leave)
    learning.practice_wanted.connect(program.steward.practise)
    program.massage.practised.connect(learning.back_to_stroke)
    program.window.screen_changed.connect(learning.make_way)


def _wire_teaching(program: Program) -> None:
    """The page Teach, and the class that opens from it in windows of its own."""
    classroom, timetable = program.school.classroom, program.school.timetable
    home = program.screens.home
    home.teach_requested.connect(timetable.open)
    home.names_requested.connect(program.memory.show_names)
    program.screens.teach.home_requested.connect(program.steward.open_home)
    program.screens.teach.help_requested.connect(program.cards.open_help)
    program.screens.settings_screen.class_keys_requested.connect(program.school.open_keys)
    program.screens.class_keys.help_requested.connect(program.cards.open_help)
    program.school.screen_wanted.connect(program.window.show_screen)
    classroom.opened.connect(program.window.hide)
    classroom.closed.connect(program.steward.to_front)
    program.shelf.help_shown.connect(classroom.helping.show_cards)
    program.school.settings_changed.connect(program.looks.change)
    program.looks.changed.connect(program.school.wear)


def _wire_window(program: Program) -> None:
    """Help, cards and sentences over every screen."""
    screens = program.screens
    window = program.window
    memory = program.memory
    cards = program.cards
    for screen in (*screens.pages.values(), window):
        screen.help_requested.connect(cards.open_help)
    screens.help_card.talk_requested.connect(cards.open_talk)
    screens.talk_card.help_requested.connect(cards.open_help)
    screens.talk_card.country_chosen.connect(program.looks.choose_country)
    window.keys_requested.connect(cards.open_keys)
    window.mute_requested.connect(program.steward.mute)
    window.card_closed.connect(cards.closed)
    window.closing.connect(program.close)
    screens.welcome.closed.connect(program.looks.welcomed)
    for source in (
        program.ready,
        program.massage,
        program.closing,
        memory,
        program.listening,
        program.times_aside,
        program.seeing,
        program.looking_back,
        program.learning,
    ):
        source.screen_wanted.connect(window.show_screen)
    for told in (program.recorder.write_failed, memory.failed, program.looking_back.failed):
        told.connect(window.show_notice)
    program.looks.not_saved.connect(program.tell_not_saved)
