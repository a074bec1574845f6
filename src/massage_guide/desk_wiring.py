"""The wiring of what is done with all of the journal: who hears whom, and what goes on paper."""

from __future__ import annotations

from massage_guide.program import Program


def wire_keeping(program: Program) -> None:
    """The journal as a whole: copies, files for others, a passphrase, and erasing."""
    screens, safe = program.screens, program.safekeeping
    copying, erasing = program.copying, program.erasing
    safe.letting_go.connect(program.recorder.catch_up)
    safe.given.connect(program.recorder.keep_in)
    safe.given.connect(program.closing.read_from)
    safe.given.connect(program.learning.read_from)
    safe.given.connect(program.memory.remember)
    safe.given.connect(program.seeing.remember)
    safe.given.connect(program.looking_back.read_from)
    safe.given.connect(erasing.read_from)
    safe.opened.connect(program.meet_journal)
    program.memory.offering.connect(safe.keep_on_offer)
    safe.told.connect(program.window.show_notice)
    screens.settings_screen.keeping_requested.connect(copying.open)
    keeping = screens.keeping
    keeping.copy_wanted.connect(copying.take_copy)
    keeping.copies_requested.connect(copying.open_copies)
    keeping.export_wanted.connect(copying.export)
    keeping.import_wanted.connect(copying.take_in)
    keeping.babies_answered.connect(copying.answer_babies)
    keeping.erasing_requested.connect(erasing.open)
    keeping.back_requested.connect(copying.leave)
    screens.copies.copy_chosen.connect(copying.put_back)
    screens.copies.file_wanted.connect(copying.choose_file)
    screens.erasing.chosen.connect(erasing.tell_what_goes)
    screens.erasing.meant.connect(erasing.erase)
    erasing.done.connect(copying.tell)
    for page in (keeping, screens.copies, screens.erasing, screens.passphrase):
        safe.errands.busy_changed.connect(page.show_busy)
    for page in (screens.copies, screens.erasing, screens.passphrase):
        page.back_requested.connect(copying.back)
    for source in (copying, erasing, program.locking):
        source.screen_wanted.connect(program.window.show_screen)
    _wire_lock(program)


def _wire_lock(program: Program) -> None:
    """The passphrase: its page, its card, and the line on Home that offers to open the notes."""
    screens, copying, locking = program.screens, program.copying, program.locking
    screens.keeping.passphrase_requested.connect(locking.open)
    copying.copy_is_locked.connect(locking.ask_for_copy)
    passphrase, card = screens.passphrase, screens.unlock_card
    passphrase.set_wanted.connect(locking.set_words)
    passphrase.change_wanted.connect(locking.change_words)
    passphrase.taken_away.connect(locking.take_away)
    passphrase.copy_words_given.connect(copying.put_back_with)
    locking.done.connect(copying.tell)
    locking.card_wanted.connect(program.cards.open_unlock)
    locking.unlocked.connect(program.window.close_card)
    locking.unlocked.connect(copying.refresh)
    card.words_given.connect(locking.try_words)
    card.peace_requested.connect(program.ready.begin)
    card.closed.connect(locking.not_now)
    screens.notes_closed.open_requested.connect(program.cards.open_unlock)
    locking.told.connect(program.window.show_notice)


def wire_paperwork(program: Program) -> None:
    """What is put on paper, and the kind line on Home."""
    paperwork, kindness = program.paperwork, program.kindness
    page, noticed = program.screens.print_page, program.screens.noticed_page
    program.safekeeping.given.connect(paperwork.read_from)
    program.safekeeping.given.connect(kindness.read_from)
    page.wished.connect(paperwork.wish)
    page.size_chosen.connect(paperwork.choose_size)
    page.save_requested.connect(paperwork.save_page)
    page.print_requested.connect(paperwork.print_page)
    noticed.baby_chosen.connect(paperwork.list_noticed)
    noticed.size_chosen.connect(paperwork.choose_size)
    noticed.save_requested.connect(paperwork.save_noticed)
    noticed.print_requested.connect(paperwork.print_noticed)
    for screen in (page, noticed):
        screen.back_requested.connect(program.looking_back.open)
    paperwork.screen_wanted.connect(program.window.show_screen)
    paperwork.told.connect(program.window.show_notice)
    program.screens.journal.noticed_requested.connect(paperwork.open_noticed)
    program.screens.journal.print_requested.connect(paperwork.open_print)
    line = program.screens.kind_line
    line.talk_requested.connect(program.cards.open_talk)
    line.help_requested.connect(program.cards.open_help)
    line.not_again_requested.connect(kindness.not_again)
    program.window.screen_changed.connect(kindness.look)
    program.memory.discreet_changed.connect(kindness.be_discreet)


def wire_handouts(program: Program) -> None:
    """What a class takes home, from the page Teach."""
    giving, page = program.handing_out, program.screens.handouts_page
    program.screens.teach.handouts_requested.connect(giving.open)
    page.course_chosen.connect(giving.choose_course)
    page.handout_chosen.connect(giving.choose)
    page.size_chosen.connect(giving.choose_size)
    page.instructor_named.connect(giving.name_instructor)
    page.logo_requested.connect(giving.choose_logo)
    page.logo_dropped.connect(giving.drop_logo)
    page.save_requested.connect(giving.save)
    page.print_requested.connect(giving.print_out)
    page.folder_requested.connect(giving.save_all)
    page.back_requested.connect(program.school.timetable.open)
    giving.screen_wanted.connect(program.window.show_screen)
    giving.told.connect(program.window.show_notice)


def wire_register(program: Program) -> None:
    """The register of a class: kept in the journal, and erased from its copies."""
    safe, school, erasing = program.safekeeping, program.school, program.erasing
    safe.given.connect(school.read_from)
    school.registering.erase_wanted.connect(erasing.erase_class)
    erasing.class_erased.connect(school.registering.tell_erased)
    safe.errands.busy_changed.connect(program.screens.register_page.show_busy)
    program.memory.discreet_changed.connect(school.registering.door.be_careful)
    school.record.failed.connect(program.window.show_notice)
