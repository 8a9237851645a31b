"""The key of a model: from the environment or the system's keyring, never from a file of ours, never kept."""

import os
from importlib import import_module
from importlib.util import find_spec

VARIABLE = "ORTAK_MODEL_KEY"
SERVICE = "ortak"


def key_for(provider: str, variable: str = "") -> str:
    """The key for a provider: of `ORTAK_MODEL_KEY`, of the provider's own variable, or of the keyring; else empty.

    The keyring is asked for the service "ortak" and the provider's name: `keyring set ortak openai`.
    """
    for name in (VARIABLE, variable):
        if name and os.environ.get(name, "").strip():
            return os.environ[name].strip()
    return _from_keyring(provider)


def _from_keyring(provider: str) -> str:
    """What the system's keyring holds; nothing where the library is not installed or the keyring is locked."""
    if find_spec("keyring") is None:
        return ""
    keyring = import_module("keyring")
    try:
        return keyring.get_password(SERVICE, provider) or ""
    except keyring.errors.KeyringError:
        return ""
