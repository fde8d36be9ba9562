"""Which sentences of different outlets say the same.

Articles become a `Story` (`story`), whose sentences are `Profile`s of stems and weights; an inverted index
proposes `candidates`; `features` and `surroundings` describe each pair in numbers; `model` turns the numbers
into the chance that a careful reader agrees; `links` keeps what is likely enough, with its evidence, and
`passages` groups links into rows. The weights of the model are data, written by tools/fit_weights.py.
"""
