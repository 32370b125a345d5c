"""Why a run failed, as the project file keeps it."""

import json

from studio.errors import EngineError, StudioError
from studio.phrase import NOTHING, Phrase
from studio.typed_json import MisfitError, read


def written_problem(error: StudioError | None) -> str | None:
    """Return an error's three sentences as a text; None if there was no error."""
    if error is None:
        return None
    return json.dumps([str(it) for it in (error.happened, error.meaning, error.remedy)])


def read_problem(text: str | None) -> EngineError | None:
    """Return the error that `written_problem` was given, or one of a text of one sentence."""
    if not text:
        return None
    try:
        happened, meaning, remedy = read(tuple[str, str, str], json.loads(text))
    except (json.JSONDecodeError, MisfitError):  # of a project made by an earlier version
        happened, meaning, remedy = text, "", ""
    return EngineError(_said(happened), meaning=_said(meaning), remedy=_said(remedy))


def _said(sentence: str) -> Phrase:
    """Return a sentence that is written already; an empty one stays empty."""
    return Phrase("engine", "{sentence}").of(sentence=sentence) if sentence else NOTHING
