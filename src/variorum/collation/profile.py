"""The collation while it grows: columns with all that the versions read there."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .anchors import GRAM, Gram, Run, chain, find_runs
from .sentences import SentencesOfColumns, part_sentences
from .window import align_window

# Between solid matches (so many words in a row) a stretch of a version belongs to the columns
# there only if this share of it agrees; below, two unrelated passages share nothing but "the".
_SOLID = 3
_DENSE = 0.35
# Up to so many words between solid matches on both sides take the place of what stood there,
# unless many times as many columns lie between.
_SHORT_STRETCH = 8
_WIDE = 4


class Profile:
    """Columns (numbered as they came) in their present order; versions are added one by one."""

    def __init__(self) -> None:
        self.keys: list[Counter[str]] = []
        self.order: list[int] = []
        self.sentences = SentencesOfColumns()
        self._index: dict[Gram, tuple[int, ...] | None] = {}

    def add(
        self,
        keys: Sequence[str],
        starts: Sequence[bool],
        weight: int = 1,
        sentence_starts: Sequence[bool] = (),
    ) -> tuple[int, ...]:
        """Align a version, and return the column of each of its words.

        Given where sentences start, those that are not one with any of the collation stand beside
        them; otherwise all is taken for one sentence.
        """
        places = self.places()
        assigned = self._align(keys, places)
        _drop_chance_matches(keys, assigned, self.keys, places)
        begun = sentence_starts or [False] * len(keys)
        homes = [0] * len(keys)
        if sentence_starts:
            homes = part_sentences(keys, begun, assigned, self.keys, self.sentences)
            self._mend(keys, homes, assigned, places)
        placed = self._insert(assigned, starts, begun, homes)
        for key, column in zip(keys, placed, strict=True):
            self.keys[column][key] += weight
        self._remember(keys, placed)
        return placed

    def places(self) -> list[int]:
        """Return the place in the order of each column."""
        places = [0] * len(self.order)
        for place, column in enumerate(self.order):
            places[column] = place
        return places

    def sentences_in_order(self) -> list[int]:
        """Return for each place the number of its sentence, from 1 in the order of the text."""
        numbers: dict[int, int] = {}
        for column in self.order:
            numbers.setdefault(self.sentences.of[column], len(numbers) + 1)
        return [numbers[self.sentences.of[column]] for column in self.order]

    def _align(self, keys: Sequence[str], places: Sequence[int]) -> list[int | None]:
        main, moved = chain(find_runs(keys, self._index, places))
        assigned: list[int | None] = [None] * len(keys)
        taken: set[int] = set()
        for run in (*main, *moved):
            self._assign_run(run, assigned, taken)
        for run in moved:
            self._extend(run, keys, assigned, taken, places)
        self._fill(keys, assigned, taken, places, moved)
        return assigned

    def _assign_run(self, run: Run, assigned: list[int | None], taken: set[int]) -> None:
        for hit in run.hits:
            for step, column in enumerate(hit.columns):
                if assigned[hit.at + step] is None and column not in taken:
                    assigned[hit.at + step] = column
                    taken.add(column)

    def _extend(
        self,
        run: Run,
        keys: Sequence[str],
        assigned: list[int | None],
        taken: set[int],
        places: Sequence[int],
    ) -> None:
        """Take into a moved run the equal words before its first hit and after its last."""
        ends = ((run.hits[0].at, -1), (run.hits[-1].at + GRAM - 1, 1))
        for at, step in ends:
            column = assigned[at]
            place = places[column] if column is not None else -1
            while column is not None:
                at, place = at + step, place + step
                if not (0 <= at < len(keys) and 0 <= place < len(self.order)):
                    break
                column = self.order[place]
                if assigned[at] is not None or column in taken or keys[at] not in self.keys[column]:
                    break
                assigned[at] = column
                taken.add(column)

    def _fill(
        self,
        keys: Sequence[str],
        assigned: list[int | None],
        taken: set[int],
        places: Sequence[int],
        moved: Sequence[Run],
    ) -> None:
        """Align what stands between anchors: the moved runs inside, then the main line."""
        elsewhere: set[int] = set()
        for run in moved:
            begin, end = run.hits[0].at, run.hits[-1].at + GRAM
            self._fill_line(range(begin, end), keys, assigned, taken, places, inner=True)
            elsewhere.update(at for at in range(begin, end))
        elsewhere |= {
            at
            for at in range(len(keys))
            if assigned[at] is not None and self._is_moved(at, assigned, places, moved)
        }
        line = [at for at in range(len(keys)) if at not in elsewhere]
        self._fill_line(line, keys, assigned, taken, places)

    def _is_moved(
        self, at: int, assigned: Sequence[int | None], places: Sequence[int], moved: Sequence[Run]
    ) -> bool:
        """Tell whether a word was taken into a moved run beyond its hits."""
        for run in moved:
            first, last = run.hits[0], run.hits[-1]
            column = assigned[at]
            assert column is not None
            if at < first.at and places[column] - first.place == at - first.at:
                return True
            if at > last.at and places[column] - last.place == at - last.at:
                return True
        return False

    def _fill_line(
        self,
        line: Sequence[int],
        keys: Sequence[str],
        assigned: list[int | None],
        taken: set[int],
        places: Sequence[int],
        inner: bool = False,
    ) -> None:
        """Align the free words of a line with the free columns between its fixed ones."""
        free: list[int] = []
        last = -1
        fixed_before = False
        for at in (*line, None):
            column = assigned[at] if at is not None else None
            if at is not None and column is None:
                free.append(at)
                continue
            place = places[column] if column is not None else len(self.order)
            bounded = not inner or (fixed_before and at is not None)
            if free and bounded:
                columns = [c for c in self.order[last + 1 : place] if c not in taken]
                pairs = align_window([keys[i] for i in free], [self.keys[c] for c in columns])
                for word, where in pairs.items():
                    assigned[free[word]] = columns[where]
                    taken.add(columns[where])
            free, last, fixed_before = [], place, True

    def _mend(
        self,
        keys: Sequence[str],
        homes: Sequence[int],
        assigned: list[int | None],
        places: Sequence[int],
    ) -> None:
        """Give words left over the equal columns left over at their place in their own sentence."""
        taken = {column for column in assigned if column is not None}
        edges = self._edges()
        for begin, end in _new_runs(assigned, [False] * len(keys), _changes(homes)):
            if homes[begin] not in edges:
                continue
            first, last = (places[column] for column in edges[homes[begin]])
            left, right = (assigned[at] if 0 <= at < len(keys) else None for at in (begin - 1, end))
            if left is not None and self.sentences.of[left] == homes[begin]:
                first = places[left] + 1
            if right is not None and self.sentences.of[right] == homes[begin]:
                last = places[right] - 1
            free = [c for c in self.order[first : last + 1] if c not in taken]
            pairs = align_window(keys[begin:end], [self.keys[column] for column in free])
            for word, where in pairs.items():
                if keys[begin + word] in self.keys[free[where]]:
                    assigned[begin + word] = free[where]
                    taken.add(free[where])

    def _insert(
        self,
        assigned: Sequence[int | None],
        starts: Sequence[bool],
        begun: Sequence[bool],
        homes: Sequence[int],
    ) -> tuple[int, ...]:
        """Give each new word a column: after the word before it, or before the one after it."""
        after: dict[int, list[int]] = {}
        before: dict[int, list[int]] = {}
        placed = list(assigned)
        edges = self._edges()
        for begin, end in _new_runs(assigned, starts, begun):
            columns = list(range(len(self.keys), len(self.keys) + end - begin))
            self.keys.extend(Counter() for _ in columns)
            self.sentences.of.extend(homes[begin:end])
            placed[begin:end] = columns
            left = placed[begin - 1] if begin else None
            right = assigned[end] if end < len(assigned) else None
            goes_before = begin == 0 or (starts[begin] and not starts[min(end, len(starts) - 1)])
            side, column = self._neighbour(homes[begin], left, right, goes_before, edges)
            (before if side else after).setdefault(column, []).extend(columns)
        self._reorder(before, after)
        return tuple(column for column in placed if column is not None)

    def _neighbour(
        self,
        home: int,
        left: int | None,
        right: int | None,
        goes_before: bool,
        edges: Mapping[int, tuple[int, int]],
    ) -> tuple[bool, int]:
        """Return whether new words stand before a column, and which; they never part a sentence."""
        around = [None if each is None else self.sentences.of[each] for each in (left, right)]
        if right is not None and (
            around[1] == home if (around[0] == home) != (around[1] == home) else goes_before
        ):
            inside = around[1] in (home, around[0])
            return True, right if inside else edges.get(around[1] or 0, (right, right))[0]
        if left is None:
            return False, -1
        inside = around[0] in (home, around[1])
        return False, left if inside else edges.get(around[0] or 0, (left, left))[1]

    def _edges(self) -> dict[int, tuple[int, int]]:
        """Return the first and the last column of each sentence."""
        edges: dict[int, tuple[int, int]] = {}
        for column in self.order:
            sentence = self.sentences.of[column]
            edges[sentence] = (edges.get(sentence, (column, column))[0], column)
        return edges

    def _reorder(self, before: dict[int, list[int]], after: dict[int, list[int]]) -> None:
        order: list[int] = []

        def place(column: int) -> None:
            for each in before.get(column, ()):
                order.append(each)
            order.append(column)
            for each in after.get(column, ()):
                place(each)

        for each in after.get(-1, ()):
            place(each)
        for column in self.order:
            place(column)
        self.order = order

    def _remember(self, keys: Sequence[str], placed: Sequence[int]) -> None:
        for at in range(len(keys) - GRAM + 1):
            gram = tuple(keys[at : at + GRAM])
            columns = tuple(placed[at : at + GRAM])
            known = self._index.setdefault(gram, columns)
            if known != columns:
                self._index[gram] = None


def _changes(homes: Sequence[int]) -> list[bool]:
    return [at == 0 or homes[at] != homes[at - 1] for at in range(len(homes))]


def _new_runs(
    assigned: Sequence[int | None], starts: Sequence[bool], begun: Sequence[bool]
) -> list[tuple[int, int]]:
    """Runs of words without a column, cut where a paragraph or a sentence starts."""
    runs: list[tuple[int, int]] = []
    for at, column in enumerate(assigned):
        if column is not None:
            continue
        if runs and runs[-1][1] == at and not (starts[at] or begun[at]):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _drop_chance_matches(
    keys: Sequence[str],
    assigned: list[int | None],
    columns: Sequence[Counter[str]],
    places: Sequence[int],
) -> None:
    """Undo matches of a stretch that shares only stray words with the columns it was laid on."""
    equal = [c is not None and keys[at] in columns[c] for at, c in enumerate(assigned)]
    here = [places[c] if c is not None else -1 for c in assigned]
    solid = [False] * len(keys)
    for at in range(len(keys) - _SOLID + 1):
        in_a_row = here[at + _SOLID - 1] - here[at] == _SOLID - 1
        if in_a_row and all(equal[at : at + _SOLID]):
            solid[at : at + _SOLID] = [True] * _SOLID
    at = 0
    while at < len(keys):
        if solid[at]:
            at += 1
            continue
        end = at
        while end < len(keys) and not solid[end]:
            end += 1
        length = end - at
        loose = at == 0 or end == len(keys) or here[end] - here[at - 1] > _WIDE * length
        if (loose or length > _SHORT_STRETCH) and sum(equal[at:end]) < _DENSE * length:
            assigned[at:end] = [None] * (end - at)
        at = end
