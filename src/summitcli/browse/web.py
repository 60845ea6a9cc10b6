"""Open an address of the web in a browser, without touching the terminal."""

import subprocess
import sys
import webbrowser


def open_in_browser(address: str) -> bool:
    """Open an address; return False without a browser that has a window of its own."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(browser) is webbrowser.GenericBrowser:  # one that runs in the terminal, such as lynx
        return False
    # In a process of its own: a browser may write to the terminal, or take its time.
    subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "webbrowser", address],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True
