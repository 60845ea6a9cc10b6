"""Completion in the shells: names of files only where a file is meant.

Typer lets bash, zsh and fish offer the files of the folder whenever nothing else can be suggested.
These classes take the place of Typer's; the module is imported only to complete.
"""

import os
import sys
from typing import Any

from typer import _completion_shared
from typer._click.shell_completion import add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete

from summitcli.cli.completion import FILES

_FILES_WORD = "<files>"

_BASH_SCRIPT = f"""
%(complete_func)s() {{
    local IFS=$'\\n'
    COMPREPLY=( $( env COMP_WORDS="${{COMP_WORDS[*]}}" \\
                   COMP_CWORD=$COMP_CWORD \\
                   %(autocomplete_var)s=complete_bash $1 ) )
    if [[ ${{COMPREPLY[0]}} == '{_FILES_WORD}' ]]; then
        COMPREPLY=()
        compopt -o default
    fi
    return 0
}}

complete -F %(complete_func)s %(prog_name)s
"""


class _Files:
    """Completion that knows whether a file is meant; there are no suggestions then."""

    files = False

    def get_completions(self, args: list[str], incomplete: str) -> list[Any]:
        """Return the suggestions for what has been typed."""
        items: list[Any] = super().get_completions(args, incomplete)  # type: ignore[misc]
        self.files = any(item.value.endswith(FILES) for item in items)
        return [] if self.files else items


class _Bash(_Files, BashComplete):
    """Completion in bash, which lists files itself if the answer says so."""

    source_template = _BASH_SCRIPT

    def complete(self) -> str:
        """Return the suggestions, one a line."""
        suggested = super().complete()
        return _FILES_WORD if self.files else suggested


class _Zsh(_Files, ZshComplete):
    """Completion in zsh, which evaluates the answer."""

    def complete(self) -> str:
        """Return the command that suggests, or an empty line."""
        command = super().complete()
        return "" if command == "_files" and not self.files else command


class _Fish(_Files, FishComplete):
    """Completion in fish, which first asks whether to list files."""

    def complete(self) -> str:
        """Return the suggestions, or exit: with 1 if files are meant, with 0 if there are none."""
        if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
            self.get_completions(*self.get_completion_args())
            sys.exit(1 if self.files else 0)
        return super().complete() or sys.exit(0)


class _PowerShell(_Files, PowerShellComplete):
    """Completion in PowerShell."""


def use_own_completion() -> None:
    """Register the classes and the script for bash, in place of Typer's."""
    for name, completion in (("bash", _Bash), ("zsh", _Zsh), ("fish", _Fish)):
        add_completion_class(completion, name)
    for name in ("powershell", "pwsh"):
        add_completion_class(_PowerShell, name)
    _completion_shared._completion_scripts["bash"] = _BASH_SCRIPT
