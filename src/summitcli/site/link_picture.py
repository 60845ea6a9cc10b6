"""The picture that other programs show beside a link to the site: its title and its timeline."""

from textwrap import wrap

from summitcli.site.site import Site
from summitcli.site.timeline_picture import TimelinePicture

_LETTERS = 44  # of a line of the title


def write_link_picture(site: Site, picture: TimelinePicture | None) -> None:
    """Write the picture, if the site's address is known: links to pictures must be whole."""
    if site.options.base_url is None:
        return
    from summitcli.charts.render import png_of
    from summitcli.charts.theme import FONT, KIND_GROUPS

    svg = site.render(
        "picture.svg",
        picture=picture,
        lines=wrap(site.options.title, _LETTERS)[:3],
        colours=[group.colour for group in KIND_GROUPS],
        font=FONT,
    )
    site.write("picture.png", png_of(svg))
