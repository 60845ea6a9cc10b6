"""Draw results as text, in the width and colours of the place where they go."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from summitcli.cli.settings import Settings
from summitcli.cli.streams import FALLBACK_WIDTH, PAGE_WIDTH, colour, width
from summitcli.pages.page import Pages
from summitcli.tables.result import Result, is_page, table_of

if TYPE_CHECKING:
    from summitcli.terminal.console import Console


class Drawing(Struct, frozen=True):
    """How to draw: the settings, and where the text goes."""

    settings: Settings
    on_screen: bool
    in_file: bool
    urls: str = "auto"
    "When to write out addresses: `always`, `never` or `auto`."
    as_svg: bool = False
    "Whether the result is a picture of the terminal and not the text itself."

    def render(
        self,
        result: Result,
        fields: tuple[str, ...] | None,
        draw_content: "Callable[[Console], None] | None",
    ) -> str:
        """Return a drawn result, or the chosen fields of it; empty if it has no rows."""
        table = table_of(result)
        if not table.rows:
            return self._picture("", width(self.in_file)) if self.as_svg else ""
        from summitcli.terminal.console import draw
        from summitcli.terminal.palette import choose_palette

        if fields is not None:
            from summitcli.tables.chosen_fields import drawn_with_fields

            result, draw_content = drawn_with_fields(table, fields), None
        columns = width(self.in_file, PAGE_WIDTH if is_page(result) else FALLBACK_WIDTH)
        text = draw(
            columns,
            self.as_svg or colour(self.settings.color, self.in_file),
            draw_content or self._usual(result),
            choose_palette(self.settings.palette, os.environ),
        )
        return self._picture(text, columns) if self.as_svg else text

    def _picture(self, text: str, columns: int) -> str:
        from summitcli.cli.global_options import describe_command
        from summitcli.terminal.svg import draw_svg

        return draw_svg(text, columns, f"$ {describe_command(self.settings.words)}")

    def _usual(self, result: Result) -> "Callable[[Console], None]":
        """Return a function that draws a table, or the pages of records shown in full."""
        from summitcli.cli.screen import shows_urls

        urls = shows_urls(self.urls, self.settings, self.on_screen)
        if isinstance(result, Pages):
            from summitcli.terminal.draw_page import draw_pages

            return partial(draw_pages, pages=result.build(), urls=urls)
        from summitcli.terminal.draw_table import draw_table

        return partial(draw_table, table=table_of(result), urls=urls)
