"""Loops over bytes and hashes, compiled by numba: the only module that imports it.

numba keeps compiled code beside this file and renews it when this file changes, whatever else does. So nothing of ours
is imported here: what the loops need is handed to them or stands here again, and the tests hold it equal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
import numpy as np
from numba import uint8, uint32, uint64
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Octets = NDArray[np.uint8]
Hashes32 = NDArray[np.uint32]
Hashes64 = NDArray[np.uint64]

_F = TypeVar("_F", bound=Callable[..., Any])
_GAP, _LETTER, _DIGIT, _ALONE, _POINT = range(5)
_P, _Q, _R = uint64(0x9E3779B97F4A7C15), uint64(0xFF51AFD7ED558CCD), uint64(0xC4CEB9FE1A85EC53)
_ONES, _BITS, _ONE, _TWO, _EIGHT, _LONGEST = (uint64(n) for n in (2**64 - 1, 64, 1, 2, 8, 64))
_EACH, _LETTER_EACH = uint64(0x0101010101010101), uint64(_LETTER)


def _compiled(function: _F) -> _F:
    """Compile at first use and keep the result on disk, where that can be written."""
    try:
        return cast(_F, numba.njit(cache=True, nogil=True)(function))
    except RuntimeError:  # no place to keep it: an installation that is read-only
        return cast(_F, numba.njit(nogil=True)(function))


@_compiled
def classify(raw: Octets, octets: Octets, kinds: Octets) -> None:
    """Lower ASCII and tell kinds, without branches or tables: sixteen bytes and more at a step."""
    for i in range(len(raw)):
        c = raw[i]
        c = uint8(c + (uint8(uint8(c - uint8(65)) < uint8(26)) << uint8(5)))
        letter = uint8((uint8(c - uint8(97)) < uint8(26)) | (c >= uint8(128)) | (c == uint8(95)))
        digit = uint8(uint8(c - uint8(48)) < uint8(10))
        point = uint8((c == uint8(44)) | (c == uint8(46)))
        octets[i] = c
        kinds[i] = letter * uint8(_LETTER) | digit * uint8(_DIGIT) | point * uint8(_POINT)


@_compiled
def _mix(h: Any) -> Any:  # noqa: ANN401  # numba's own scalars
    h ^= h >> uint64(33)
    h *= _Q
    h ^= h >> uint64(33)
    h *= _R
    return h ^ (h >> uint64(33))


@_compiled
def _word_hash(windows: Hashes64, start: Any, length: Any) -> Any:  # noqa: ANN401
    h = _mix((windows[start] & _ONES >> (_BITS - _EIGHT * min(length, _EIGHT))) + length * _P)
    k = _EIGHT
    while k < min(length, _LONGEST):
        h = _mix(h ^ (windows[start + k] & _ONES >> (_BITS - _EIGHT * min(length - k, _EIGHT))) * _P)
        k += _EIGHT
    return h


@_compiled
def _letters_end(kind_windows: Hashes64, i: Any) -> Any:  # noqa: ANN401
    """Where the run of letters ends that goes on at i, eight at a step."""
    while True:
        other = kind_windows[i] ^ (_LETTER_EACH * _EACH)
        if other:
            other = (other | other >> _ONE | other >> _TWO) & _EACH  # one bit a byte that is no letter
            return i + (((other & (~other + _ONE)) - _ONE & _EACH) * _EACH >> uint64(56))
        i += _EIGHT


@_compiled
def _word_end(kinds: Octets, kind_windows: Hashes64, i: Any) -> Any:  # noqa: ANN401
    """Where the word ends that goes on at i; after the point of a figure a letter ends it."""
    i = _letters_end(kind_windows, i)
    figure = False
    while True:
        kind = kinds[i]
        if kind == _LETTER:
            if figure:
                return i
            i += _ONE
        elif kind == _DIGIT:
            i += _ONE
        elif kind == _POINT and kinds[i + _ONE] == _DIGIT:
            figure = True
            i += _ONE
        else:
            return i


@_compiled
def hash_words(
    windows: Hashes64,
    octets: Octets,
    kind_windows: Hashes64,
    kinds: Octets,
    begins: Ints,
    words: Hashes64,
    offsets: Ints,
) -> None:
    """Hash the words of each text; what a word is, `find_words` tells. Unsigned places spare numba a test each."""
    count = uint64(0)
    touches = np.zeros(len(words), np.bool_)  # a character that is a word by itself, and so is the next
    for text in range(len(begins) - 1):
        i, end = uint64(begins[text]), uint64(begins[text + 1])
        after_alone = False
        while i < end:
            start, kind = i, kinds[i]
            if kind == _GAP or (kind == _POINT and not (after_alone and kinds[i + _ONE] == _DIGIT)):
                i += _ONE
                after_alone = False
                continue
            after_alone = kind == _ALONE
            i = i if kind == _POINT else i + _ONE
            if after_alone:
                while octets[i] & 0xC0 == 0x80:
                    i += _ONE
                touches[count] = kinds[i] == _ALONE
            else:
                i = _word_end(kinds, kind_windows, i)
            words[count] = _word_hash(windows, start, i - start)
            count += _ONE
        offsets[text + 1] = count
    _add_followers(words[:count], touches)


@_compiled
def _add_followers(words: Hashes64, touches: Flags) -> None:
    for i in range(len(words)):
        if touches[i]:
            followed = _mix(words[i] * _P + words[i + 1])
            words[i] = _mix(followed * _P + words[i + 2]) if touches[i + 1] else followed


@_compiled
def combine(words: Hashes64, offsets: Ints, size: int, shingles: Hashes32) -> None:
    """Shingle hashes from word hashes."""
    count = 0
    for text in range(len(offsets) - 1):
        first, last = offsets[text], offsets[text + 1]
        length = min(size, last - first)
        for i in range(first, last - length + 1 if length else first):
            rolled = words[i]
            for k in range(1, length):
                rolled = rolled * _P + words[i + k]
            shingles[count] = uint32(_mix(rolled) >> uint64(32))
            count += 1


@_compiled
def _mix32(h: Any) -> Any:  # noqa: ANN401
    """MurmurHash3's 32-bit finalizer."""
    h = uint32((h ^ (h >> uint32(16))) * uint32(0x85EBCA6B))
    h = uint32((h ^ (h >> uint32(13))) * uint32(0xC2B2AE35))
    return uint32(h ^ (h >> uint32(16)))


@_compiled
def _taken(values: Hashes32, spread: Flags, shift: np.uint32, taken: Hashes32) -> Any:  # noqa: ANN401
    """Mix the values that are not spread, all where no other is there; tells how many, a multiple of four."""
    count = 0
    for value in values:
        taken[count] = _mix32(value)
        count += not spread[value >> shift]
    if count == 0:
        for value in values:
            taken[count] = _mix32(value)
            count += 1
    while count & 3:
        taken[count] = taken[count - 1]
        count += 1
    return count


@_compiled
def sign(
    values: Hashes32,
    offsets: Ints,
    spread: Flags,
    shift: np.uint32,
    factors: Hashes32,
    addends: Hashes32,
    signatures: Hashes32,
) -> None:
    """Signatures of the values that are not spread; of all, where a text has no other. Four values at a step."""
    taken = np.empty(0, np.uint32)
    for text in range(len(offsets) - 1):
        here, row = values[offsets[text] : offsets[text + 1]], signatures[text]
        if len(taken) < len(here) + 4:
            taken = np.empty(2 * len(here) + 4, np.uint32)
        for i in range(0, _taken(here, spread, shift, taken), 4):
            a, b, c, d = taken[i], taken[i + 1], taken[i + 2], taken[i + 3]
            for k in range(len(factors)):
                one = min(uint32(factors[k] * a + addends[k]), uint32(factors[k] * b + addends[k]))
                two = min(uint32(factors[k] * c + addends[k]), uint32(factors[k] * d + addends[k]))
                row[k] = min(row[k], min(one, two))


@_compiled
def _table(offsets: Ints) -> tuple[Hashes32, Ints]:
    """Slots for the values of the longest text, and whose value is in each: none's."""
    longest = uint64(0)
    for text in range(len(offsets) - 1):
        longest = max(longest, uint64(offsets[text + 1] - offsets[text]))
    slots = np.empty(_slots_for(longest) + _ONE, np.uint32)
    return slots, np.full(len(slots), -1, np.int64)


@_compiled
def _slots_for(count: Any) -> Any:  # noqa: ANN401
    """One less than the power of two that leaves half of the slots free."""
    slots = uint64(4)
    while slots < uint64(2) * uint64(count):
        slots += slots
    return slots - _ONE


@_compiled
def _slot_of(value: Any, slots: Hashes32, whose: Ints, owner: Any, mask: Any) -> Any:  # noqa: ANN401
    """The slot of the owner's value, or the free one where it would be."""
    at = uint64(value) & mask
    while whose[at] == owner and slots[at] != value:
        at = at + _ONE & mask
    return at


@_compiled
def _put(values: Hashes32, first: Any, last: Any, slots: Hashes32, whose: Ints, owner: Any) -> Any:  # noqa: ANN401
    """Put the owner's values into its slots; gives the mask with which they are found again."""
    mask = _slots_for(last - first)
    for i in range(first, last):
        at = _slot_of(values[i], slots, whose, owner, mask)
        slots[at], whose[at] = values[i], owner
    return mask


@_compiled
def as_sets(values: Hashes32, offsets: Ints, sets: Hashes32, set_offsets: Ints) -> None:
    """The values of each text without repetitions, as they come."""
    slots, whose = _table(offsets)
    count = 0
    for text in range(len(offsets) - 1):
        mask = _slots_for(offsets[text + 1] - offsets[text])
        for i in range(offsets[text], offsets[text + 1]):
            at = _slot_of(values[i], slots, whose, text, mask)
            if whose[at] != text:
                slots[at], whose[at] = values[i], text
                sets[count] = values[i]
                count += 1
        set_offsets[text + 1] = count


@_compiled
def count_shared(
    values: Hashes32, offsets: Ints, counted: Flags, a: Ints, b: Ints, shared: Ints, flagged: Ints
) -> None:
    """How many values the sets a[i] and b[i] share, and how many of them are flagged."""
    slots, whose = _table(offsets)
    last, mask = -1, uint64(0)
    for pair in range(len(a)):
        if a[pair] != last:
            last = a[pair]
            mask = _put(values, offsets[last], offsets[last + 1], slots, whose, last)
        for i in range(offsets[b[pair]], offsets[b[pair] + 1]):
            if whose[_slot_of(values[i], slots, whose, last, mask)] == last:
                shared[pair] += 1
                flagged[pair] += counted[i]


@_compiled
def quarters(
    values: Hashes32, offsets: Ints, set_values: Hashes32, set_offsets: Ints, a: Ints, b: Ints, shared: Ints
) -> None:
    """How many values of each quarter of text a[i] are in the set b[i]."""
    slots, whose = _table(set_offsets)
    last, mask, parts = -1, uint64(0), shared.shape[1]
    for pair in range(len(b)):
        if b[pair] != last:
            last = b[pair]
            mask = _put(set_values, set_offsets[last], set_offsets[last + 1], slots, whose, last)
        first, size = offsets[a[pair]], offsets[a[pair] + 1] - offsets[a[pair]]
        for part in range(parts):
            begin, end = (part * size + parts - 1) // parts, ((part + 1) * size + parts - 1) // parts
            for i in range(first + begin, first + end):
                if whose[_slot_of(values[i], slots, whose, last, mask)] == last:
                    shared[pair, part] += 1
