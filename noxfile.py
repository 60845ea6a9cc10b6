"""The tests on every Python that is supported: `pipx run nox`."""

import nox

nox.options.default_venv_backend = "venv"


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """The whole suite."""
    session.install("--editable", ".[dev]")
    session.run("python", "-m", "pytest", "--quiet", "--numprocesses", "auto")
