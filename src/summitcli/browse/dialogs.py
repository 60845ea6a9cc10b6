"""What opens over the explorer: the keys, the sections of a page, the filters, the file to save."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from summitcli.browse.keys import Where, keys_of

_KEY_WIDTH = 18


class Dialog(ModalScreen[Any]):
    """A box in the middle of the screen, which Escape closes."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog #box { width: 76; max-width: 96%; height: auto; max-height: 96%; background: $dialog;
        border: round $rule; padding: 0 1; }
    Dialog:ansi #box { border: round ansi_default; background: ansi_default; }
    Dialog Label { width: 1fr; }
    Dialog #title { text-style: bold; }
    Dialog #note { color: $message; height: auto; }
    Dialog Input { border: none; height: 1; padding: 0; width: 1fr; background: $field; }
    Dialog Input:focus { border: none; background: $cursor; }
    Dialog:ansi Input:focus { text-style: underline; }
    Dialog .row { height: 1; }
    Dialog .row Label { width: 13; color: $quiet; }
    Dialog OptionList { border: none; height: auto; max-height: 100%; background: $dialog;
        padding: 0; }
    Dialog OptionList:focus { border: none; }
    Dialog OptionList>.option-list--option-highlighted { background: $cursor; color: $foreground;
        text-style: bold; }
    Dialog:ansi OptionList>.option-list--option-highlighted { text-style: reverse; }
    Dialog VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1;
        scrollbar-color: $quiet; scrollbar-background: $dialog;
        scrollbar-color-hover: $quiet; scrollbar-background-hover: $dialog; }
    """
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "close", "Close", show=False)]

    def action_close(self) -> None:
        """Close without doing anything."""
        self.dismiss(None)


class Help(Dialog):
    """All keys."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("question_mark,f1,q,enter", "close", "Close", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Create a table of the keys."""
        with VerticalScroll(id="box"):
            for where in Where:
                yield Label(Content.styled(str(where), "bold"))
                for key in keys_of(where):
                    shown = Content.styled(f"  {key.shown:<{_KEY_WIDTH}}", "$key")
                    yield Label(Content.assemble(shown, f" {key.help}"))

    def action_scroll(self, step: int) -> None:
        """Scroll the keys."""
        box = self.query_one(VerticalScroll)
        box.scroll_to(y=box.scroll_target_y + step, animate=False)


class Outline(Dialog):
    """The sections of a page."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding(str(number), f"choose({number - 1})", "Choose", show=False)
        for number in range(1, 10)
    ]

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles

    def compose(self) -> ComposeResult:
        """Create a list of the sections."""
        with Vertical(id="box"):
            yield OptionList(
                *(
                    Option(Content.assemble((f"{number} " if number < 10 else "  ", "$key"), title))
                    for number, title in enumerate(self._titles, 1)
                )
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the section that was chosen."""
        self.dismiss(event.option_index)

    def action_choose(self, number: int) -> None:
        """Go to a section by its number."""
        if number < len(self._titles):
            self.dismiss(number)


class FilterForm(Dialog):
    """A field for each filter."""

    def __init__(
        self,
        fields: Mapping[str, str],
        values: Mapping[str, str],
        check: Callable[[str, str], None],
    ) -> None:
        super().__init__()
        self._fields, self._values, self._check = fields, values, check

    def compose(self) -> ComposeResult:
        """Create the fields."""
        with VerticalScroll(id="box"):
            yield Label("Filter: Enter applies, Escape leaves all as it was", id="title")
            for name, example in self._fields.items():
                with Horizontal(classes="row"):
                    yield Label(name.capitalize())
                    value = self._values.get(name, "")
                    yield Input(
                        value, placeholder=example, id=f"field-{name}", select_on_focus=False
                    )
            yield Label("", id="note", markup=False)

    def on_mount(self) -> None:
        """Begin with the first field."""
        for line in self.query(Input):
            line.cursor_blink = False
        self.set_focus(self.query(Input).first())

    def on_input_submitted(self) -> None:
        """Apply the filters, or say what is wrong with one of them."""
        from summitcli.errors import SummitError

        values: dict[str, str] = {}
        for name in self._fields:
            line = self.query_one(f"#field-{name}", Input)
            if line.value.strip():
                try:
                    self._check(name, line.value.strip())
                except SummitError as error:
                    self.query_one("#note", Label).update(Content(str(error)))
                    self.set_focus(line)
                    return
                values[name] = line.value.strip()
        self.dismiss(values)


class SavePrompt(Dialog):
    """The name of the file to save a page in."""

    def __init__(self, name: str, save: Callable[[str, bool], str]) -> None:
        super().__init__()
        self._suggested = name
        self._save = save
        self._warned = ""

    def compose(self) -> ComposeResult:
        """Create the field."""
        with Vertical(id="box"):
            yield Label("Save the page: .md is Markdown, .html is HTML", id="title")
            yield Input(self._suggested, id="path", select_on_focus=False)
            yield Label("", id="note", markup=False)

    def on_mount(self) -> None:
        """Begin in the field."""
        line = self.query_one(Input)
        line.cursor_blink = False
        self.set_focus(line)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, or say why not."""
        problem = self._save(event.value, event.value == self._warned)
        if problem:
            self._warned = event.value
            self.query_one("#note", Label).update(Content(problem))
        else:
            self.dismiss(event.value)
