"""Exact integers from machine words: counting modulo several numbers, joined by the Chinese remainder theorem.

The first modulus is 2**64, which costs nothing; the others lie below 2**54 so that ten additions, or a sum of a
thousand values, fit a word. The number of moduli follows from a bound on the result: nothing can overflow unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import gcd, prod

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
WORD = 1 << 64
_BITS = 54
_SHORT_BITS = 31
ADDITIONS = 64 - _BITS
"""How many times a table may be added to itself before it must be reduced."""
_MOST_TERMS = 1 << ADDITIONS
"""How many reduced values may be summed in one word; even, so that signs alternate on."""


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


def reduce_in_place(table: Words, modulus: int) -> None:
    """Bring every value below the modulus (floor division by a scalar is several times faster than remainder)."""
    if modulus == WORD:
        return
    divisor = np.uint64(modulus)
    for row in table.reshape(-1, table.shape[-1]) if table.flags.c_contiguous else table:
        quotient = row // divisor
        quotient *= divisor
        row -= quotient


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
