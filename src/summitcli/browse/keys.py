"""The keys: what each does, where it works, and which of them the bottom line shows."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The part of the screen in which a key works."""

    ANYWHERE = "Anywhere"
    LIST = "In a list"
    PAGE = "On a page"
    SEARCH = "In the search line"


@dataclass(frozen=True, slots=True)
class Key:
    """Some keys that do the same."""

    names: str
    "As Textual names them, separated by commas."
    shown: str
    "As people read them."
    action: str
    "The method that they call, without `action_`."
    help: str
    "A sentence, without a stop."
    where: Where = Where.ANYWHERE
    short: str = ""
    "The words in the bottom line; empty if it does not show the key."


KEYS = (
    Key("question_mark,f1", "?", "help", "Show all keys", short="keys"),
    Key("slash", "/", "search", "Search everything", short="search"),
    Key("q", "q", "app.quit", "Quit", short="quit"),
    Key("escape", "Esc", "out", "Close, or go back to where you were", short="back"),
    Key("y", "y", "copy_citation", "Copy a citation of the record or source", short="cite"),
    Key("Y", "Y", "copy_id", "Copy the id of the record"),
    Key("s", "s", "save", "Save the page as Markdown or HTML", short="save"),
    Key("left_square_bracket", "[", "tab(-1)", "Go to the list on the left"),
    Key("right_square_bracket", "]", "tab(1)", "Go to the list on the right"),
    Key("backspace,alt+left", "Backspace, Alt+←", "previous", "Go back to the page before"),
    Key("alt+right", "Alt+→", "next", "Go forward again"),
    Key("o", "o", "outline", "Choose a section of the page", short="outline"),
    Key("1,2,3,4,5,6,7,8,9", "1 – 9", "section", "Jump to a section of the page", short="section"),
    Key("f", "f", "filter", "Filter the lists and the search", short="filter"),
    Key("F", "F", "focus_pair", "Show only the focus pair, or everybody"),
    Key("m", "m", "mark", "Mark a meeting, or remove its mark", short="mark"),
    Key("c", "c", "compare", "Compare two or three marked meetings", short="compare"),
    Key("t", "t", "timeline", "Show the timeline around the record", short="timeline"),
    Key("b", "b", "browser", "Open the source in a browser"),
    Key("z", "z", "zoom", "Give the page the whole width, or not"),
    Key("d", "d", "app.dark", "Change between dark and light"),
    Key("ctrl+p", "Ctrl+P", "app.command_palette", "Look for a command by its name"),
    Key("ctrl+z", "Ctrl+Z", "app.suspend_process", "Suspend the program; fg resumes it"),
    Key("ctrl+q,ctrl+c", "Ctrl+Q, Ctrl+C", "app.quit", "Quit, also from a dialog"),
    Key("up,k", "↑, k", "move(-1)", "Go to the row above", Where.LIST),
    Key("down,j", "↓, j", "move(1)", "Go to the row below", Where.LIST),
    Key("pageup", "Page up", "move_page(-1)", "Go a screenful up", Where.LIST),
    Key("pagedown,space", "Page down, Space", "move_page(1)", "Go a screenful down", Where.LIST),
    Key("home,g", "Home, g", "move_to_end(-1)", "Go to the first row", Where.LIST),
    Key("end,G", "End, G", "move_to_end(1)", "Go to the last row", Where.LIST),
    Key("left,h", "←, h", "screen.tab(-1)", "Go to the list on the left", Where.LIST),
    Key("right,l", "→, l", "screen.tab(1)", "Go to the list on the right", Where.LIST),
    Key("enter,tab", "Enter, Tab", "open", "Go to the page", Where.LIST, "read"),
    Key("up,k", "↑, k", "scroll(-1)", "Scroll up", Where.PAGE),
    Key("down,j", "↓, j", "scroll(1)", "Scroll down", Where.PAGE),
    Key("pageup", "Page up", "scroll_page(-1)", "Scroll a screenful up", Where.PAGE),
    Key("pagedown,space", "Page down, Space", "scroll_page(1)", "Scroll down", Where.PAGE),
    Key("home,g", "Home, g", "scroll_to_end(-1)", "Go to the top", Where.PAGE),
    Key("end,G", "End, G", "scroll_to_end(1)", "Go to the end", Where.PAGE),
    Key("tab", "Tab", "link(1)", "Choose the next link", Where.PAGE, "link"),
    Key("shift+tab", "Shift+Tab", "link(-1)", "Choose the link before", Where.PAGE),
    Key("n", "n", "note(1)", "Choose the next note, [1]", Where.PAGE, "note"),
    Key("N", "N", "note(-1)", "Choose the note before", Where.PAGE),
    Key("enter", "Enter", "follow", "Follow the chosen link", Where.PAGE, "follow"),
    Key("left,h", "←, h", "screen.to_list", "Go to the list", Where.PAGE),
    Key("up", "↑", "screen.move_row(-1)", "Go to the result above", Where.SEARCH),
    Key("down", "↓", "screen.move_row(1)", "Go to the result below", Where.SEARCH),
    Key("enter", "Enter", "screen.open_first", "Read the result", Where.SEARCH, "read"),
    Key("tab", "Tab", "screen.to_list", "Go to the results", Where.SEARCH),
    Key(
        "backspace",
        "Backspace",
        "screen.delete",
        "Delete; in an empty line, remove the last filter",
        Where.SEARCH,
    ),
)


def keys_of(where: Where) -> list[Key]:
    """Return the keys of a part of the screen."""
    return [key for key in KEYS if key.where is where]
