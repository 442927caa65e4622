"""The readable page of the HTTP API: static HTML from the OpenAPI document, without any script."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from typing import Any

from companion.service import openapi

CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid var(--line); padding: .5rem 0 1rem; }
h2 { font-size: 1.05rem; margin: .75rem 0 .25rem; }
h2 b { display: inline-block; min-width: 4rem; }
code, pre { font: 14px/1.4 ui-monospace, monospace; }
pre { background: var(--soft); padding: .75rem; overflow-x: auto; border-radius: 6px; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; padding: .2rem .75rem .2rem 0; vertical-align: top; }
td { border-bottom: 1px solid var(--soft); }
"""


@cache
def page() -> str:
    """Return the page's HTML."""
    document = openapi.document()
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        "<meta name=viewport content='width=device-width'><title>ApplyOnce API</title>",
        f"<style>{_STYLE}</style><h1>{escape(document['info']['title'])} API</h1>",
        f"<p>{escape(document['info']['description'])}</p>",
        "<p>For programs: <code>/api/v1/openapi.json</code></p>",
    ]
    for path, item in document["paths"].items():
        parts += [_section(path, method, operation) for method, operation in item.items()]
    parts.append("<h1>Shapes</h1>")
    parts += [_shape(name, schema) for name, schema in sorted(document["components"]["schemas"].items())]
    return "".join(parts)


def _section(path: str, method: str, operation: dict[str, Any]) -> str:
    rows = [
        (each["name"], each["in"], _type(each["schema"]), each.get("required", False))
        for each in operation.get("parameters", [])
    ]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    required = body.get("required", [])
    rows += [
        (name, "body", _type(schema), name in required) for name, schema in body.get("properties", {}).items()
    ]
    results = {
        _type(content["schema"])
        for status, response in operation["responses"].items()
        if status.startswith("2")
        for content in response["content"].values()
    }
    return (
        f"<section id={escape(operation['operationId'], quote=True)}>"
        f"<h2><b>{method.upper()}</b> <code>{escape(path)}</code></h2>"
        f"<p>{escape(operation['summary'])}. {escape(operation.get('description', ''))}</p>"
        f"{_table(rows)}<p>Answers <code>{escape(' | '.join(sorted(results)))}</code></p></section>"
    )


def _table(rows: list[tuple[str, str, str, bool]]) -> str:
    if not rows:
        return ""
    body = "".join(
        f"<tr><td><code>{escape(name)}</code><td>{place}<td><code>{escape(kind)}</code>"
        f"<td>{'required' if required else ''}"
        for name, place, kind, required in rows
    )
    return f"<table><tr><th>Name<th>In<th>Type<th>{body}</table>"


def _type(schema: dict[str, Any]) -> str:
    """Return a schema in a few words."""
    if reference := schema.get("$ref"):
        return str(reference).rsplit("/", 1)[-1]
    if choices := schema.get("anyOf"):
        return " | ".join(_type(choice) for choice in choices)
    if words := schema.get("enum"):
        return " | ".join(json.dumps(word) for word in words)
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or "any")


def _shape(name: str, schema: dict[str, Any]) -> str:
    members = {member: _type(kind) for member, kind in schema.get("properties", {}).items()}
    text = json.dumps(members, indent=2, ensure_ascii=False)
    return (
        f"<section><h2>{escape(name)}</h2><p>{escape(schema.get('description', ''))}</p>"
        f"<pre>{escape(text)}</pre></section>"
    )
