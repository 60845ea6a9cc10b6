"""What the package gives to its users' tools."""

from importlib.resources import files


def test_the_package_says_that_it_is_typed() -> None:
    assert (files("summitcli") / "py.typed").is_file()
