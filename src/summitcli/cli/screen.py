"""Output on a terminal: through a pager if it is longer than the screen."""

import os
import shutil

from summitcli.cli.settings import Settings
from summitcli.cli.streams import encode_for_terminal, log_footer, width, write_stdout


def show_on_screen(settings: Settings, text: str, footer: str) -> None:
    """Write a text to the terminal, and a footer to standard error.

    If both together are longer than the screen, they go through a pager, the footer last.
    """
    if not (_pages(settings) and _in_pager(text, footer)):
        write_stdout(text)
        if footer:
            log_footer(footer)


def _pages(settings: Settings) -> bool:
    return settings.pager and os.environ.get("TERM") != "dumb"


def _in_pager(text: str, footer: str) -> bool:
    """Show a text and its footer in a pager; return False if they fit or no pager is available."""
    height = shutil.get_terminal_size((0, 0)).lines
    if not height:
        return False
    from summitcli.cli.streams import wrap_message
    from summitcli.terminal.pager import (
        choose_pager,
        count_lines,
        show_in_pager,
        without_hyperlinks,
    )

    if footer:
        text += f"\n{wrap_message(footer, width())}\n"
    if count_lines(text, width()) < height:
        return False
    pager = choose_pager(os.environ)
    if pager is None:
        return False
    content = text if pager.own else without_hyperlinks(text)
    return show_in_pager(encode_for_terminal(content), pager, os.environ)


def shows_urls(choice: str, settings: Settings, on_screen: bool) -> bool:
    """Return whether to write out the addresses of sources: `always`, `never` or `auto`.

    `auto` writes them where links cannot be followed: elsewhere than on a terminal that is known
    to show hyperlinks, and in a pager that may not let them through.
    """
    if choice != "auto":
        return choice == "always"
    from summitcli.terminal.hyperlinks import shows_hyperlinks

    if not (on_screen and shows_hyperlinks(os.environ)):
        return True
    if not _pages(settings):
        return False
    from summitcli.terminal.pager import choose_pager

    pager = choose_pager(os.environ)
    return pager is not None and not pager.own
