"""Groups of options that several commands share, each declared once as a dataclass.

A field of such a dataclass is an option, annotated as a parameter of a Typer command would be. A
command that has a parameter of the dataclass's type has all of these options, and gets their values
as one object:

    @dataclass(frozen=True)
    class OutputArgs:
        json: Annotated[bool, typer.Option("--json")] = False

    def people(*, output: OutputArgs) -> None: ...
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from inspect import Parameter, Signature, signature
from typing import Any


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Return a function for Typer that has a parameter for each option of a command's groups."""
    groups: dict[str, Any] = {}
    parameters: list[Parameter] = []
    for parameter in signature(command).parameters.values():
        if is_dataclass(parameter.annotation):
            groups[parameter.name] = parameter.annotation
            parameters += map(_parameter, fields(parameter.annotation))
        else:
            parameters.append(parameter.replace(kind=Parameter.KEYWORD_ONLY))

    def run(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(**{item.name: values.pop(item.name) for item in fields(group)})
        command(**values)

    run.__name__, run.__module__, run.__doc__ = (
        command.__name__,
        command.__module__,
        command.__doc__,
    )
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return run


def _parameter(item: Any) -> Parameter:
    """Return a field of a group as a parameter with the same default."""
    return Parameter(item.name, Parameter.KEYWORD_ONLY, default=item.default, annotation=item.type)
