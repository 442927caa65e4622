"""The ids of the extension that may speak to the native host.

Chromium derives an extension's id from the public key in ``key`` of manifest.json: the first 16 bytes of
the SHA-256 of its DER form, each hexadecimal digit written as a letter from ``a`` to ``p``. With the key in
the manifest the id is the same on every machine and for every folder it is loaded from. The private half
was thrown away: it would serve only to sign packages outside the stores, and stores sign with keys of their
own.
"""

CHROMIUM_IDS: tuple[str, ...] = ("kgnpfnlgjboeiodhokjlnkjnaenlgcik",)
"""Chromium-family ids; one for each store follows here once the store has given it."""

FIREFOX_ID = "companion@applyonce.org"
"""``browser_specific_settings.gecko.id`` in manifest.json."""


def chromium_id(key: str) -> str:
    """Compute the id that Chromium gives an extension with this ``key``. Raises ValueError for no base64."""
    import base64  # only checks and tests compute it: the host's start does not pay for these
    import hashlib

    digest = hashlib.sha256(base64.b64decode(key, validate=True)).hexdigest()
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest[:32])


def chromium_origins() -> tuple[str, ...]:
    """Return the origins of our extension, as browsers pass them and as ``allowed_origins`` lists them."""
    return tuple(f"chrome-extension://{extension_id}/" for extension_id in CHROMIUM_IDS)
