"""Whose words or acts two sentences are, in numbers: what the sentences before them say of that too."""

from __future__ import annotations

from newsdiff.core.matching.story import Profile, Story

NAMES = ("same_voice", "same_voice_speaks", "same_voice_counted", "other_voice", "voice_named")


def describe(story: Story, a: Profile, b: Profile) -> list[float]:
    """Return what `NAMES` names for the pair of sentences `a` and `b`; it is the same for `b`, `a`.

    `same_voice`: whether one person speaks or acts in both; `same_voice_speaks`: whether both tell what that
    person said; `same_voice_counted`: what the surname weighs where both name it, for then it counts among
    the words they share already; `other_voice`: whether both have a voice, but not the same; `voice_named`:
    in how many of the two the other's person is named.
    """
    mine, theirs = a.voice.stem, b.voice.stem
    named_here, named_there = theirs in a.stems, mine in b.stems
    named = float(named_here + named_there)
    if not mine or not theirs:
        return [0.0, 0.0, 0.0, 0.0, named]
    if mine != theirs:
        return [0.0, 0.0, 0.0, 1.0, named]
    counted = story.weights[mine] / story.unit if named_here and named_there else 0.0
    return [1.0, float(a.voice.speaks and b.voice.speaks), counted, 0.0, named]
