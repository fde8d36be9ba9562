"""How one sentence looks: its lines as styled segments, gutter included."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
from newsdiff.core.notebook import Notebook
from newsdiff.tui import noting, signs
from newsdiff.tui.layout import Slot


@dataclass(frozen=True, slots=True)
class Light:
    """How a sentence is lit: its style, the bar in the gutter and that bar's style, the words it shares."""

    style: str
    bar: str
    bar_style: str
    shared: tuple[Span, ...] = ()


_SELECTED = Light("selected", signs.SELECTED, "selected-bar")


def light_counterparts(comparison: Comparison, selected: SentenceRef | None) -> dict[SentenceRef, Light]:
    """Return how `selected` and each of its counterparts are lit."""
    if selected is None:
        return {}
    lights = {}
    for link in comparison.links_of(selected):
        sure = link.certainty is Certainty.SURE
        lights[link.other(selected)] = Light(
            "counterpart" if sure else "perhaps-counterpart",
            signs.COUNTERPART if sure else signs.PERHAPS_COUNTERPART,
            "counterpart-bar",
            link.evidence_of(link.other(selected)),
        )
    lights[selected] = _SELECTED
    return lights


@dataclass(slots=True)
class Paper:
    """What sentences are painted on: a line of `gutter`, text and at least one more cell.

    `base` is the style of what has none of its own, `styles` holds the others by name. `widths` holds for the
    articles in view how many cells a line has.
    """

    base: Style
    styles: Mapping[str, Style]
    gutter: int
    widths: Mapping[int, int]


class SentencePainter:
    """Paints sentences, the `differing` ones with a sign; unlit ones are kept, being drawn most often."""

    def __init__(self, notebook: Notebook, paper: Paper, differing: Collection[SentenceRef]) -> None:
        self.notebook = notebook
        self.differing = differing
        self.paper = paper
        self._kept: dict[SentenceRef, tuple[Light | None, list[Strip]]] = {}

    def forget(self, sentences: Iterable[SentenceRef]) -> None:
        """Paint these sentences anew when they are next asked for."""
        for sentence in sentences:
            self._kept.pop(sentence, None)

    def lines(
        self,
        sentence: SentenceRef,
        slots: Sequence[Slot],
        light: Light | None,
        hits: Sequence[Span],
        current_hit: Span | None,
        marked: Span | None,
    ) -> list[Strip]:
        """Return each line of `sentence`, which stands on `slots`.

        Hits and what is marked need not be part of what is kept: `forget` is called where they changed.
        """
        kept = self._kept.get(sentence)
        if kept is None or kept[0] is not light:
            kept = (light, self._paint(sentence, slots, light, hits, current_hit, marked))
            self._kept[sentence] = kept
        return kept[1]

    def _paint(
        self,
        sentence: SentenceRef,
        slots: Sequence[Slot],
        light: Light | None,
        hits: Sequence[Span],
        current_hit: Span | None,
        marked: Span | None,
    ) -> list[Strip]:
        article = self.notebook.comparison.articles[sentence.article]
        text = article.text
        base = self.paper.base
        if article.sentences[sentence.sentence].heading:
            base += self.paper.styles["heading"]
        if light:
            base += self.paper.styles[light.style]
        layers = self._layers(sentence, light, hits, current_hit)
        if marked:
            style = self.paper.styles["marked"]
            if base.reverse and style.reverse:  # without colours only the opposite stands out
                style += Style(reverse=False)
            layers.append((marked, style))
        width = self.paper.widths[sentence.article]
        painted = []
        noted = note_column(noting.signs_of(self.notebook.notes_on(sentence)), len(slots))
        for number, slot in enumerate(slots):
            line = self._gutter_segments(sentence, base, light, noted[number], first=number == 0)
            for start, end, style in _cut(slot.start, slot.end, layers, base):
                line.append(Segment(text[start:end].replace("\n", " "), style))
            rest = width - sum(segment.cell_length for segment in line)
            line.append(Segment(" " * rest, base))
            # neighbours of one style become one: every segment costs some twenty bytes on the wire
            painted.append(Strip(Segment.simplify(line)).adjust_cell_length(width, base))
        return painted

    def _layers(
        self, sentence: SentenceRef, light: Light | None, hits: Sequence[Span], current_hit: Span | None
    ) -> list[tuple[Span, Style]]:
        """Return the stretches that differ from the sentence's own style, the uppermost last."""
        comparison, styles = self.notebook.comparison, self.paper.styles
        layers = []
        shared = bool(comparison.links_of(sentence))
        for found in comparison.only_here_in(sentence):
            sure = found.certainty is Certainty.SURE
            style = styles["only-here" if sure else "perhaps-only-here"]
            if shared:
                style += styles["only-here-part"]
            layers.append((Span(found.start, found.end), style))
        if light:
            layers.extend((span, styles["shared-words"]) for span in light.shared)
        layers.extend((span, styles["hit"]) for span in hits)
        if current_hit:
            layers.append((current_hit, styles["current-hit"]))
        return layers

    def _gutter_segments(
        self, sentence: SentenceRef, base: Style, light: Light | None, noted: str, *, first: bool
    ) -> list[Segment]:
        """Return the gutter of one line: the bar of what is lit, then what is known of the sentence."""
        styles = self.paper.styles
        bar = Segment(light.bar if light else " ", base + styles[light.bar_style] if light else base)
        sign, style = self._finding(sentence) if first else self._finding_below(sentence)
        plus = signs.MORE_PERHAPS if sign.endswith(signs.MORE_PERHAPS) else " "
        differs = first and sentence in self.differing
        return [
            bar,
            Segment(sign.rstrip(plus).rjust(self.paper.gutter - 5) + plus, base + style),
            Segment(signs.DIFFERS if differs else " ", base + styles["differs"] if differs else base),
            Segment(noted, base + styles["note"] if noted.strip() else base),
        ]

    def _finding(self, sentence: SentenceRef) -> tuple[str, Style]:
        """Return the sign of what is known of a sentence, beside its first line."""
        comparison, styles = self.notebook.comparison, self.paper.styles
        certainty = comparison.wholly_only_here(sentence)
        if certainty is not None:
            style = styles["only-here" if certainty is Certainty.SURE else "perhaps-only-here"]
        else:
            all_report = comparison.coverage(sentence).sure == comparison.outlet_count
            style = styles["all-report" if all_report else "gutter"]
        return signs.coverage(comparison, sentence), style

    def _finding_below(self, sentence: SentenceRef) -> tuple[str, Style]:
        """Return the sign that goes on beside the further lines of a sentence."""
        certainty = self.notebook.comparison.wholly_only_here(sentence)
        if certainty is None:
            return "", Style.null()
        if certainty is Certainty.SURE:
            return signs.ONLY_HERE_BAR, self.paper.styles["only-here"]
        return signs.PERHAPS_ONLY_HERE_BAR, self.paper.styles["perhaps-only-here"]


def note_column(noted: Sequence[str], lines: int) -> list[str]:
    """Return the two cells before the text of each of so many `lines`: the signs of notes, from above.

    What finds no line of its own stands behind another, and fills the cell that parts signs from text.
    """
    cells = [f"{sign} " for sign in noted[:lines]] + ["  "] * (lines - len(noted))
    for number, sign in enumerate(noted[lines : 2 * lines]):
        cells[number] = cells[number][0] + sign
    return cells


def _cut(
    start: int, end: int, layers: Sequence[tuple[Span, Style]], base: Style
) -> list[tuple[int, int, Style]]:
    """Cut `start` to `end` where a layer begins or ends; each piece has the styles of all layers over it."""
    inside = [(span, style) for span, style in layers if span.start < end and span.end > start]
    if not inside:
        return [(start, end, base)]
    edges = sorted({start, end, *(edge for span, _ in inside for edge in span if start < edge < end)})
    pieces = []
    for left, right in pairwise(edges):
        style = base
        for span, layer in inside:
            if span.start <= left and right <= span.end:
                style += layer
        pieces.append((left, right, style))
    return pieces
