"""Requests to the desk and to the floor in turns, and what each of them cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.desk import slow
from benchmarks.desk.servers import Answer, Visitor
from benchmarks.desk.slow import SlowQuery
from benchmarks.figures import Figure, Spent, figure_of

TURNS = 2  # of each; the floor's after the desk's, so that a busy machine slows down both


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One request to the desk, and the floor's that reads or writes the same rows.

    The floor's is made from the desk's answer.
    """

    desk: Callable[[Visitor], Answer]
    floor: Callable[[Visitor, Answer], Answer]


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Who asks both servers. `slow` gathers the slow queries of the desk."""

    desk: Visitor
    floor: Visitor
    claims: int  # that were built
    slow: list[SlowQuery] = field(default_factory=list)

    def compared(self, name: str, asked: Sequence[Ask]) -> Figure:
        """The figure of these requests but the first, which warms up."""
        asked[0].floor(self.floor, asked[0].desk(self.desk))
        spent: list[Spent] = []
        floors: list[Spent] = []
        for turn in _turns(asked[1:]):
            with slow.watched(name, self.slow):
                answers, cost = _done([ask.desk for ask in turn], self.desk)
            spent += cost
            again = [_floor_of(ask, answer) for ask, answer in zip(turn, answers, strict=True)]
            floors += _done(again, self.floor)[1]
        return figure_of(name, spent, floors)


def _turns(asked: Sequence[Ask]) -> Iterator[Sequence[Ask]]:
    step = -(-len(asked) // TURNS)
    return (asked[at : at + step] for at in range(0, len(asked), step))


def _floor_of(ask: Ask, answer: Answer) -> Callable[[Visitor], Answer]:
    return lambda visitor: ask.floor(visitor, answer)


def _done(
    acts: Sequence[Callable[[Visitor], Answer]], visitor: Visitor
) -> tuple[list[Answer], list[Spent]]:
    """Each act's answer, with its time and its share of what all of them computed."""
    before = visitor.server.cpu_seconds()
    answers = [act(visitor) for act in acts]
    cpu_ms = (visitor.server.cpu_seconds() - before) * 1_000 / len(acts)
    return answers, [Spent(answer.ms, cpu_ms) for answer in answers]
