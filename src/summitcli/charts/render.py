"""The bytes of a picture in each format."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import altair as alt
import vl_convert

from summitcli.charts import PictureFormat
from summitcli.charts.page import html_page
from summitcli.charts.theme import Picture
from summitcli.errors import SummitError

_KNOWN = vl_convert.get_vegalite_versions()
_WRITTEN = ".".join(alt.VEGALITE_VERSION.split(".")[:2])

VL_VERSION = _WRITTEN if _WRITTEN in _KNOWN else _KNOWN[-1]
"The version of Vega-Lite that Altair writes for, or the newest that vl-convert knows."

_SCALE = 2.0  # pixels of a PNG for a pixel of the picture: sharp on a projector and in print
# vl-convert writes the fonts of a PDF, and the opacities, in an order that changes from run to run;
# pictures have one of each, so that the same picture gives the same bytes.
_ONE_FONT = {"title": {"fontWeight": "normal"}, "legend": {"titleFontWeight": "normal"}}
_NO_HOSTS: list[str] = []  # data come with the specification, and from nowhere else


def render(picture: Picture, format_: PictureFormat) -> bytes:
    """Return a picture in a format; the same picture gives the same bytes."""
    with _converting():
        return _RENDERERS[format_](picture)


def png_of(svg: str) -> bytes:
    """Return a drawing that loads nothing as PNG."""
    with _converting():
        return vl_convert.svg_to_png(svg)


@contextmanager
def _converting() -> Iterator[None]:
    """Raise SummitError if vl-convert fails, as it does if it may not open enough files."""
    try:
        yield
    except ValueError as error:
        reason = " ".join(str(error).split())
        raise SummitError(f"the picture cannot be converted: {reason}") from None


def _spec_text(picture: Picture) -> str:
    return json.dumps(picture.spec(), ensure_ascii=False)


def _svg(picture: Picture) -> bytes:
    svg = vl_convert.vegalite_to_svg(
        _spec_text(picture), vl_version=VL_VERSION, allowed_base_urls=_NO_HOSTS
    )
    return svg.encode()


def _png(picture: Picture) -> bytes:
    return vl_convert.vegalite_to_png(
        _spec_text(picture), vl_version=VL_VERSION, scale=_SCALE, allowed_base_urls=_NO_HOSTS
    )


def _pdf(picture: Picture) -> bytes:
    return vl_convert.vegalite_to_pdf(
        _spec_text(picture), vl_version=VL_VERSION, config=_ONE_FONT, allowed_base_urls=_NO_HOSTS
    )


def _html(picture: Picture) -> bytes:
    scripts = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=VL_VERSION)
    return html_page(picture.spec(), picture.title, scripts).encode()


def _json(picture: Picture) -> bytes:
    return (json.dumps(picture.spec(), ensure_ascii=False, indent=1) + "\n").encode()


_RENDERERS: dict[PictureFormat, Callable[[Picture], bytes]] = {
    PictureFormat.SVG: _svg,
    PictureFormat.PNG: _png,
    PictureFormat.PDF: _pdf,
    PictureFormat.HTML: _html,
    PictureFormat.JSON: _json,
}
