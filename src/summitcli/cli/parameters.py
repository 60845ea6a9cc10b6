"""Groups of options that several commands share, each declared once as a class.

A field of a group is an option, annotated as a parameter of a Typer command would be. A command
with a parameter of the group's type has all of these options, and gets their values as one object:

    class OutputArgs(OptionGroup, frozen=True):
        json: Annotated[bool, typer.Option("--json")] = False

    def people(*, output: OutputArgs) -> None: ...
"""

from collections.abc import Callable, Iterator
from inspect import Parameter, Signature, get_annotations, signature
from typing import Any

import msgspec


class OptionGroup(msgspec.Struct, frozen=True):
    """Base of all groups; a dataclass would take 2 ms to create, on every run."""


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Return a function for Typer that has a parameter for each option of a command's groups."""
    groups: dict[str, type[OptionGroup]] = {}
    parameters: list[Parameter] = []
    for parameter in signature(command).parameters.values():
        kind = parameter.annotation
        if isinstance(kind, type) and issubclass(kind, OptionGroup):
            groups[parameter.name] = kind
            parameters += _parameters_of(kind)
        else:
            parameters.append(parameter.replace(kind=Parameter.KEYWORD_ONLY))

    def run(**values: Any) -> None:
        for name, group in groups.items():
            options = {option: values.pop(option) for option in group.__struct_fields__}
            values[name] = group(**options)
        command(**values)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return run


def _parameters_of(group: type[OptionGroup]) -> Iterator[Parameter]:
    """Yield each field of a group as a parameter with the same default."""
    types: dict[str, Any] = {}
    for base in reversed(group.__mro__):
        types |= get_annotations(base)
    names = group.__struct_fields__
    for name, default in zip(names, group.__struct_defaults__, strict=True):
        yield Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=types[name])
