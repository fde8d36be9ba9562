from __future__ import annotations

from dataclasses import replace

from newsdiff.core.notebook import Notebook, Place


def hiding(notebook: Notebook, *hidden: str) -> Notebook:
    return notebook.at(replace(notebook.place, hidden=frozenset(hidden)))


def test_columns_change_places_and_back(notebook: Notebook) -> None:
    moved = notebook.with_column_moved(0, 1)
    assert moved is not None
    assert moved.columns == [1, 0, 2]
    assert moved.place.order == ("herald", "gazette", "wire")
    back = moved.with_column_moved(0, -1)
    assert back is not None
    assert back.place == Place()


def test_a_column_at_the_edge_stays(notebook: Notebook) -> None:
    assert notebook.with_column_moved(0, -1) is None
    assert notebook.with_column_moved(2, 1) is None


def test_a_column_moves_past_hidden_ones(notebook: Notebook) -> None:
    moved = hiding(notebook, "herald").with_column_moved(0, 1)
    assert moved is not None
    assert moved.columns == [2, 0]
    assert hiding(moved).columns == [1, 2, 0]
    back = hiding(notebook, "herald").with_column_moved(2, -1)
    assert back is not None
    assert hiding(back).columns == [2, 0, 1]


def test_an_outlet_that_the_order_does_not_name_comes_last(notebook: Notebook) -> None:
    assert notebook.at(Place(order=("wire",))).columns == [2, 0, 1]
