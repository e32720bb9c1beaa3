"""Exact integers from machine words: counting modulo several numbers, joined by the Chinese remainder theorem.

The first modulus is 2**64, which costs nothing; the others lie below 2**54 so that ten additions, or a sum of a
thousand values, fit a word. The number of moduli follows from a bound on the result: nothing can overflow unseen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from math import gcd, prod

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Progress = Callable[[float], None]
"""Told how much of the work is done, from 0 to 1."""
WORD = 1 << 64
_BITS = 54
_SHORT_BITS = 31
ADDITIONS = 64 - _BITS
"""How many times a table may be added to itself before it must be reduced."""
_MOST_TERMS = 1 << ADDITIONS
"""How many reduced values may be summed in one word; even, so that signs alternate on."""
_MOST_CELLS_AT_ONCE = 300_000_000
"""Of the tables of several moduli that are filled side by side."""
_WORTH_A_THREAD = 20_000
"""Cells, for which filling the table takes longer than starting threads."""


@cache
def moduli_for(bits: int) -> tuple[int, ...]:
    """Pairwise coprime moduli whose product is above 2**bits."""
    moduli = [WORD]
    candidate = 1 << _BITS
    covered = 64
    while covered < bits:
        candidate -= 1
        if all(gcd(candidate, modulus) == 1 for modulus in moduli):
            moduli.append(candidate)
            covered += _BITS - 1
    return tuple(moduli)


@cache
def short_moduli_for(bits: int) -> tuple[int, ...]:
    """The same with moduli below 2**31, so that a product of two residues fits a word."""
    moduli: list[int] = []
    candidate = 1 << _SHORT_BITS
    while prod(moduli) >> bits == 0:
        candidate -= 1
        if all(gcd(candidate, modulus) == 1 for modulus in moduli):
            moduli.append(candidate)
    return tuple(moduli)


def over_moduli(
    work: Callable[[int], list[int]], moduli: Sequence[int], cells: int, progress: Progress | None = None
) -> list[list[int]]:
    """The residues for each modulus, several at once where processors and memory for tables of so many cells allow."""
    at_once = min(len(moduli), os.cpu_count() or 1, _MOST_CELLS_AT_ONCE // max(1, cells))
    if at_once < 2 or cells < _WORTH_A_THREAD:
        return _followed(map(work, moduli), len(moduli), progress)
    with ThreadPoolExecutor(at_once) as pool:
        return _followed(pool.map(work, moduli), len(moduli), progress)


def _followed(found: Iterable[list[int]], whole: int, progress: Progress | None) -> list[list[int]]:
    residues: list[list[int]] = []
    for own in found:
        residues.append(own)
        if progress is not None:
            progress(len(residues) / whole)
    return residues


def reduce_in_place(table: Words, modulus: int) -> None:
    """Bring every value below the modulus (floor division by a scalar is several times faster than remainder)."""
    if modulus < WORD:
        for row in table.reshape(-1, table.shape[-1]) if table.flags.c_contiguous else table:
            reduce_at_once(row, modulus)


def reduce_at_once(values: Words, modulus: int) -> None:
    """The same for few values, which fit the processor's cache twice."""
    if modulus < WORD:
        quotients = values // np.uint64(modulus)
        quotients *= np.uint64(modulus)
        values -= quotients


def bring_below(values: Words, modulus: int) -> None:
    """Bring values below twice the modulus below it: what is too small to subtract from wraps round and is larger."""
    if modulus < WORD:
        np.minimum(values, values - np.uint64(modulus), out=values)


def cumulate_in_place(table: Words, modulus: int) -> None:
    """Running sums along the last axis, modulo."""
    for row in table.reshape(-1, table.shape[-1]):
        _cumulate_row(row, modulus)


def _cumulate_row(row: Words, modulus: int) -> None:
    if modulus == WORD:
        np.cumsum(row, out=row)
        return
    step = 1 << ADDITIONS
    whole = len(row) // step * step
    blocks = row[:whole].reshape(-1, step)
    np.cumsum(blocks, axis=1, out=blocks)
    reduce_in_place(blocks, modulus)
    carried = 0
    carries = np.empty(len(blocks), dtype=np.uint64)
    for number, last in enumerate(blocks[:, -1].tolist()):
        carries[number] = carried
        carried = (carried + last) % modulus
    blocks += carries[:, None]
    rest = row[whole:]
    np.cumsum(rest, out=rest)
    reduce_in_place(rest[None, :], modulus)
    rest += np.uint64(carried)
    reduce_in_place(row[None, :], modulus)


def joined(residues: Sequence[Sequence[int]], moduli: Sequence[int]) -> list[int]:
    """The numbers below the product of the moduli that have these residues, one list of residues a modulus."""
    numbers: list[int] = list(residues[0])
    product = moduli[0]
    for own, modulus in zip(residues[1:], moduli[1:], strict=True):
        inverse = pow(product, -1, modulus)
        numbers = [
            number + product * ((residue - number) * inverse % modulus)
            for number, residue in zip(numbers, own, strict=True)
        ]
        product *= modulus
    return numbers


def alternating_sum(values: Words, modulus: int) -> Words:
    """First less second plus third and so on along the last axis, modulo."""
    whole = np.uint64(modulus % WORD)
    total = np.zeros(values.shape[:-1], dtype=np.uint64)
    for start in range(0, values.shape[-1], _MOST_TERMS):
        part = values[..., start : start + _MOST_TERMS]
        plus = part[..., 0::2].sum(axis=-1, dtype=np.uint64)
        minus = part[..., 1::2].sum(axis=-1, dtype=np.uint64)
        if modulus != WORD:
            plus, minus = plus % whole, whole - minus % whole
            total = (total + plus + minus) % whole
        else:
            total += plus - minus
    return total


def difference(left: Words, right: Words, modulus: int) -> Words:
    """Left less right, modulo."""
    if modulus == WORD:
        return left - right
    whole = np.uint64(modulus)
    return (left + (whole - right)) % whole
