"""The commands as a person types them."""

from __future__ import annotations

import argparse

from massage_guide.commands import check, copy, erase, exchange, handouts, listen, picture, plan


def typed(*words: str) -> int:
    """Run a command and return its exit status."""
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers(required=True)
    check.add_parser(subparsers)
    plan.add_parser(subparsers)
    for command in (listen, picture, handouts, exchange, copy, erase):
        command.add_parser(subparsers)
    args = parser.parse_args(words)
    status = args.run(args)
    assert isinstance(status, int)
    return status
