"""How one sentence looks: its lines as styled segments, gutter included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link
from newsdiff.core.notebook import Notebook
from newsdiff.tui import signs
from newsdiff.tui.layout import Slot


@dataclass(frozen=True, slots=True)
class Light:
    """How a sentence is lit: by which style, which bar in the gutter in which style; which words are shared."""

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
            _shared_words(link, link.other(selected)),
        )
    lights[selected] = _SELECTED
    return lights


def _shared_words(link: Link, end: SentenceRef) -> tuple[Span, ...]:
    return tuple(evidence.a if end == link.a else evidence.b for evidence in link.evidence)


class SentencePainter:
    """Paints sentences as lines of `gutter` and `width` cells; unlit ones are kept, being drawn most often."""

    def __init__(self, notebook: Notebook, style: Callable[[str], Style], gutter: int, width: int) -> None:
        self.notebook = notebook
        self.width = width
        self._style = style
        self._gutter = gutter
        self._unlit: dict[SentenceRef, list[list[Segment]]] = {}
        self._lit: dict[SentenceRef, tuple[object, list[list[Segment]]]] = {}

    def forget(self, sentences: Iterable[SentenceRef]) -> None:
        """Paint these sentences anew when they are next asked for."""
        for sentence in sentences:
            self._unlit.pop(sentence, None)
            self._lit.pop(sentence, None)

    def forget_all(self) -> None:
        """Paint everything anew."""
        self._unlit.clear()
        self._lit.clear()

    def lines(
        self,
        sentence: SentenceRef,
        slots: Sequence[Slot],
        base: Style,
        light: Light | None,
        hits: Sequence[Span],
        current_hit: Span | None,
    ) -> list[list[Segment]]:
        """Return the segments of each line of `sentence`, which stands on `slots`.

        Hits need not be part of what is kept: `forget` is called for a sentence whose hits changed.
        """
        if light is None:
            if sentence not in self._unlit:
                self._unlit[sentence] = self._paint(sentence, slots, base, None, hits, current_hit)
            return self._unlit[sentence]
        kept = self._lit.get(sentence)
        if kept is None or kept[0] is not light:
            kept = (light, self._paint(sentence, slots, base, light, hits, current_hit))
            self._lit[sentence] = kept
        return kept[1]

    def _paint(
        self,
        sentence: SentenceRef,
        slots: Sequence[Slot],
        base: Style,
        light: Light | None,
        hits: Sequence[Span],
        current_hit: Span | None,
    ) -> list[list[Segment]]:
        text = self.notebook.comparison.articles[sentence.article].text
        if light:
            base += self._style(light.style)
        layers = self._layers(sentence, light, hits, current_hit)
        painted = []
        for number, slot in enumerate(slots):
            line = self._gutter_segments(sentence, base, light, first=number == 0)
            for start, end, style in _cut(slot.start, slot.end, layers, base):
                line.append(Segment(text[start:end].replace("\n", " "), style))
            line.append(Segment(" " * (self.width - slot.cells), base))
            painted.append(line)
        return painted

    def _layers(
        self, sentence: SentenceRef, light: Light | None, hits: Sequence[Span], current_hit: Span | None
    ) -> list[tuple[Span, Style]]:
        """Return the stretches that differ from the sentence's own style, the uppermost last."""
        comparison = self.notebook.comparison
        layers = []
        whole = not comparison.links_of(sentence)
        for found in comparison.only_here_in(sentence):
            sure = found.certainty is Certainty.SURE
            style = self._style("only-here" if sure else "perhaps-only-here")
            if not whole:
                style += self._style("only-here-part")
            layers.append((Span(found.start, found.end), style))
        if light:
            layers.extend((span, self._style("shared-words")) for span in light.shared)
        layers.extend((span, self._style("hit")) for span in hits)
        if current_hit:
            layers.append((current_hit, self._style("current-hit")))
        return layers

    def _gutter_segments(
        self, sentence: SentenceRef, base: Style, light: Light | None, *, first: bool
    ) -> list[Segment]:
        comparison = self.notebook.comparison
        bar = Segment(light.bar if light else " ", base + self._style(light.bar_style) if light else base)
        if not first:
            return [bar, Segment(" " * (self._gutter - 1), base)]
        sign = signs.coverage(comparison, sentence)
        if sign == signs.ONLY_HERE:
            style = self._style("only-here")
        elif sign == signs.PERHAPS_ONLY_HERE:
            style = self._style("perhaps-sign")
        elif sign == str(comparison.outlet_count):
            style = self._style("all-report")
        else:
            style = self._style("gutter")
        noted = bool(self.notebook.notes_on(sentence))
        return [
            bar,
            Segment(sign.rjust(self._gutter - 3), base + style),
            Segment(signs.NOTE if noted else " ", base + self._style("note")),
            Segment(" ", base),
        ]


def _cut(
    start: int, end: int, layers: Sequence[tuple[Span, Style]], base: Style
) -> list[tuple[int, int, Style]]:
    """Cut `start` to `end` where a layer begins or ends; each piece has the styles of all layers over it."""
    inside = [(span, style) for span, style in layers if span.start < end and span.end > start]
    if not inside:
        return [(start, end, base)]
    edges = sorted({start, end, *(edge for span, _ in inside for edge in span if start < edge < end)})
    pieces = []
    for left, right in zip(edges, edges[1:], strict=False):
        style = base
        for span, layer in inside:
            if span.start <= left and right <= span.end:
                style += layer
        pieces.append((left, right, style))
    return pieces
