"""The extension's view of the protocol is the protocol's."""

from __future__ import annotations

from typing import Any

import pytest

from companion import protocol_types
from companion.protocol import OPERATIONS


def test_types_are_not_stale() -> None:
    assert protocol_types.TYPES_FILE.read_text(encoding="utf-8") == protocol_types.types_source(), (
        "run python -m companion.protocol_types"
    )


def test_operations_are_not_stale() -> None:
    assert protocol_types.OPERATIONS_FILE.read_text(encoding="utf-8") == protocol_types.operations_source(), (
        "run python -m companion.protocol_types"
    )


@pytest.mark.parametrize("name", list(OPERATIONS))
def test_each_operation_is_typed(name: str) -> None:
    operation = OPERATIONS[name]
    source = protocol_types.types_source()
    assert (
        f"  {name}: {{ request: {operation.request.__name__}; result: {operation.result.__name__} }};"
        in source
    )
    assert f"export interface {operation.request.__name__} {{" in source
    assert f"export interface {operation.result.__name__} {{" in source


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (str | None, "string | null"),
        (list[int], "Array<number>"),
        (dict[str, Any], "Record<string, any>"),
        (int | float, "number"),
    ],
)
def test_annotations_become_typescript(annotation: object, expected: str) -> None:
    assert protocol_types.typescript(annotation, within_result=True) == expected


def test_an_unknown_annotation_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        protocol_types.typescript(bytes, within_result=True)
