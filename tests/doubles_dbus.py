"""Stand-ins for a desktop: a private message bus, and a service that keeps displays on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

SCREEN_SAVER = ("org.freedesktop.ScreenSaver", "UnInhibit")
SESSION_MANAGER = ("org.gnome.SessionManager", "Uninhibit")


@contextmanager
def private_bus() -> Iterator[str]:
    """Run a bus of our own, on which no real desktop is; gives its address."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon here")
    with TemporaryDirectory(prefix="bus-") as folder:
        configuration = Path(folder) / "bus.conf"
        configuration.write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
        command = [daemon, f"--config-file={configuration}", "--nofork", "--print-address=1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            assert address.startswith("unix:"), address
            try:
                yield address
            finally:
                bus.terminate()


class Desktop:
    """A desktop that keeps the display on for whoever asks, while they are there.

    Like a real one it forgets the wishes of a program whose connection ends.
    """

    def __init__(self, address: str, name: str, undo: str, *, silent: bool = False) -> None:
        """Offer the service `name`; `undo` is its word for giving back."""
        self.happened: SimpleQueue[str] = SimpleQueue()
        """"held", "given back" or "gone", as it happens; "asked" by a silent desktop."""
        self._undo = undo
        self._silent = silent
        self._holders: dict[int, str] = {}
        self._address = address
        self._connection = open_dbus_connection(bus=address)
        self._ask(message_bus.RequestName(name))
        rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        self._ask(message_bus.AddMatch(rule))
        self._thread = Thread(target=self._serve, name="a desktop")
        self._thread.start()

    @property
    def kept_on(self) -> bool:
        """Whether anybody has the display kept on."""
        return bool(self._holders)

    def next_happening(self) -> str:
        """Wait for the next thing that happens."""
        return self.happened.get(timeout=20)

    def close(self) -> None:
        """Leave the bus; whoever still waits for an answer gets none."""
        if not self._thread.is_alive():
            return
        me = DBusAddress("/", bus_name=self._connection.unique_name, interface="test.Desktop")
        with open_dbus_connection(bus=self._address) as caller:
            caller.send(new_method_call(me, "Leave"))
            self._thread.join()
        self._connection.close()

    def _ask(self, message: Message) -> None:
        self._connection.send_and_get_reply(message)

    def _serve(self) -> None:
        while True:
            message = self._connection.receive()
            fields = message.header.fields
            member = fields.get(HeaderFields.member)
            if message.header.message_type is MessageType.signal:
                if member == "NameOwnerChanged":
                    self._owner_changed(*message.body)
            elif member == "Leave":
                return
            elif message.header.message_type is MessageType.method_call:
                self._answer(self._connection, message, str(member))

    def _answer(self, connection: DBusConnection, message: Message, member: str) -> None:
        if self._silent:
            self.happened.put("asked")
        elif member == "Inhibit":
            cookie = len(self._holders) + 1
            self._holders[cookie] = message.header.fields[HeaderFields.sender]
            connection.send(new_method_return(message, "u", (cookie,)))
            self.happened.put("held")
        elif member == self._undo:
            self._holders.pop(message.body[0], None)
            connection.send(new_method_return(message))
            self.happened.put("given back")
        else:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

    def _owner_changed(self, name: str, _old: str, new: str) -> None:
        theirs = [cookie for cookie, holder in self._holders.items() if holder == name]
        if theirs and not new:
            for cookie in theirs:
                del self._holders[cookie]
            self.happened.put("gone")
