"""Numbers to chances: logistic models whose weights are data, fitted by tools/fit_weights.py."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul
from typing import Any

_LEAST, _MOST = 1e-4, 1 - 1e-4


@dataclass(frozen=True)
class Logistic:
    """Logistic regression: the chance is 1 / (1 + exp(-(intercept + weights · features)))."""

    intercept: float
    weights: tuple[float, ...]

    @classmethod
    def named(cls, data: Mapping[str, Any], names: Sequence[str]) -> Logistic:
        """Return the model in `data`, its weights in the order of `names`; KeyError where one is missing."""
        return cls(data["intercept"], tuple(data["weights"][name] for name in names))

    def chance(self, features: Sequence[float]) -> float:
        """Return the chance, strictly between 0 and 1, for one row of features."""
        total = self.intercept + sum(map(mul, self.weights, features))
        return min(_MOST, max(_LEAST, 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))))


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """From which chance on a finding is made at all, and from which it is sure.

    A sentence whose chance of being alone is `alone` or more is held to be only here, any other to be shared.
    A pair is linked from `link` on; from `weak_link` on where both its sentences are held to be shared; and
    from `only_link` on where it is the best that a sentence has which is held to be shared. The cost of each
    mistake decides them, and a wrong "only here" costs the most: tools/fit_weights.py.
    """

    link: float
    weak_link: float
    only_link: float
    alone: float
    sure_link: float
    sure_only_here: float
    part: float
    sure_part: float


@cache
def data() -> Mapping[str, Any]:
    """Return the fitted weights that come with the program."""
    text = files("newsdiff.core.matching").joinpath("weights.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


@cache
def cutoffs() -> Cutoffs:
    """Return the cut-offs that come with the program."""
    return Cutoffs(**data()["cutoffs"])


def logit(chance: float) -> float:
    """Return the log-odds of `chance`, 0 to 1; what is certain counts as no more than a model ever says."""
    kept = min(_MOST, max(_LEAST, chance))
    return math.log(kept / (1 - kept))
