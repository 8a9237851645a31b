"""Whether a model is on, which, and what leaves this machine: told on every page."""

from corpus.errors import OrtakError
from drafting.chat import Choice, chosen
from ui.told import in_words
from ui.vocabulary import Words


def model_in_use() -> tuple[Choice | None, str]:
    """The model that is named, or nothing; and why it cannot be used, where its name is wrong."""
    try:
        return chosen(), ""
    except OrtakError as error:
        return None, str(error)


def privacy_in_words(words: Words) -> tuple[str, ...]:
    """What leaves this machine, and the model that is asked, if any is."""
    choice, problem = model_in_use()
    if problem:
        return words("app.offline"), in_words(problem, words)
    if choice is None:
        return words("app.offline"), words("model.off")
    if choice.leaves:
        return words("app.offline_model"), words("model.on_outside", model=choice.shown)
    return words("app.offline"), words("model.on_here", model=choice.shown)
