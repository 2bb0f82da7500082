"""Loops over bytes and hashes, to be compiled by numba. `loops` keeps what is compiled, and calls it without numba.

They read and write arrays by their addresses, allocate nothing and raise nothing: so the machine code stands alone.
Nothing of ours is imported: what the loops need is handed to them or stands here again, and the tests hold it equal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
import numpy as np
from numba import types, uint8, uint32, uint64
from numba.extending import intrinsic

At = Any
"""The address of an array, or a number; `LOOPS` tells of what."""

_F = TypeVar("_F", bound=Callable[..., Any])
_OPTIONS: dict[str, Any] = {"nopython": True, "error_model": "numpy", "forceinline": True}
_GAP, _LETTER, _DIGIT, _ALONE, _POINT = range(5)
_P, _Q, _R = uint64(0x9E3779B97F4A7C15), uint64(0xFF51AFD7ED558CCD), uint64(0xC4CEB9FE1A85EC53)
_ONES, _BITS, _ONE, _TWO, _EIGHT, _LONGEST = (uint64(n) for n in (2**64 - 1, 64, 1, 2, 8, 64))
_EACH, _LETTER_EACH = uint64(0x0101010101010101), uint64(_LETTER)


def _compiled(function: _F) -> _F:
    return cast(_F, numba.jit(**_OPTIONS)(function))


def as_c(name: str, takes: str) -> tuple[str, str]:
    """A loop that takes such arguments as a C function in optimised LLVM assembly, and its name there."""
    pointer: Any = types.CPointer
    numbers = [(numba.from_dtype(np.dtype(code.removesuffix("*"))), code) for code in takes.split()]
    signature = types.void(*(pointer(number) if code.endswith("*") else number for number, code in numbers))
    compiled = numba.cfunc(signature, **_OPTIONS)(globals()[name].py_func)
    return compiled.inspect_llvm(), compiled.native_name


def _load_eight(_: At, octets: At, at: At) -> At:
    def load(context: At, builder: At, _: At, arguments: At) -> At:
        place = builder.gep(arguments[0], [arguments[1]])
        return builder.load(builder.bitcast(place, context.get_value_type(uint64).as_pointer()), align=1)

    return uint64(octets, at), load


_eight: Any = intrinsic(_load_eight)
"""The eight bytes from `octets[at]` on as one number."""


@_compiled
def classify(raw: At, count: At, octets: At, kinds: At) -> None:
    """Lower ASCII and tell kinds, without branches or tables: sixteen bytes and more at a step."""
    for i in range(count):
        c = raw[i]
        c = uint8(c + (uint8(uint8(c - uint8(65)) < uint8(26)) << uint8(5)))
        letter = uint8((uint8(c - uint8(97)) < uint8(26)) | (c >= uint8(128)) | (c == uint8(95)))
        digit = uint8(uint8(c - uint8(48)) < uint8(10))
        point = uint8((c == uint8(44)) | (c == uint8(46)))
        octets[i] = c
        kinds[i] = letter * uint8(_LETTER) | digit * uint8(_DIGIT) | point * uint8(_POINT)


@_compiled
def _mix(h: At) -> At:
    h ^= h >> uint64(33)
    h *= _Q
    h ^= h >> uint64(33)
    h *= _R
    return h ^ (h >> uint64(33))


@_compiled
def _word_hash(octets: At, start: At, length: At) -> At:
    h = _mix((_eight(octets, start) & _ONES >> (_BITS - _EIGHT * min(length, _EIGHT))) + length * _P)
    k = _EIGHT
    while k < min(length, _LONGEST):
        h = _mix(h ^ (_eight(octets, start + k) & _ONES >> (_BITS - _EIGHT * min(length - k, _EIGHT))) * _P)
        k += _EIGHT
    return h


@_compiled
def _letters_end(kinds: At, i: At) -> At:
    """Where the run of letters ends that goes on at i, eight at a step."""
    while True:
        other = _eight(kinds, i) ^ (_LETTER_EACH * _EACH)
        if other:
            other = (other | other >> _ONE | other >> _TWO) & _EACH  # one bit a byte that is no letter
            return i + (((other & (~other + _ONE)) - _ONE & _EACH) * _EACH >> uint64(56))
        i += _EIGHT


@_compiled
def _word_end(kinds: At, i: At) -> At:
    """Where the word ends that goes on at i; after the point of a figure a letter ends it."""
    i = _letters_end(kinds, i)
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
def hash_words(octets: At, kinds: At, begins: At, texts: At, touches: At, words: At, offsets: At) -> None:
    """Hash the words of each text; what a word is, `find_words` tells. Unsigned places spare a test each.

    `touches` is room for a mark at each character that is a word by itself, and so is the next.
    """
    count = uint64(0)
    for text in range(texts):
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
            touches[count] = uint8(0)
            if after_alone:
                while octets[i] & uint8(0xC0) == uint8(0x80):
                    i += _ONE
                touches[count] = uint8(kinds[i] == _ALONE)
            else:
                i = _word_end(kinds, i)
            words[count] = _word_hash(octets, start, i - start)
            count += _ONE
        offsets[text + 1] = count
    _add_followers(words, count, touches)


@_compiled
def _add_followers(words: At, count: At, touches: At) -> None:
    for i in range(count):
        if touches[i]:
            followed = _mix(words[i] * _P + words[i + _ONE])
            words[i] = _mix(followed * _P + words[i + _TWO]) if touches[i + _ONE] else followed


@_compiled
def combine(words: At, offsets: At, texts: At, size: At, shingles: At) -> None:
    """Shingle hashes from word hashes."""
    count = 0
    for text in range(texts):
        first, last = offsets[text], offsets[text + 1]
        length = min(size, last - first)
        for i in range(first, last - length + 1 if length else first):
            rolled = words[i]
            for k in range(1, length):
                rolled = rolled * _P + words[i + k]
            shingles[count] = uint32(_mix(rolled) >> uint64(32))
            count += 1


@_compiled
def _mix32(h: At) -> At:
    """MurmurHash3's 32-bit finalizer."""
    h = uint32((h ^ (h >> uint32(16))) * uint32(0x85EBCA6B))
    h = uint32((h ^ (h >> uint32(13))) * uint32(0xC2B2AE35))
    return uint32(h ^ (h >> uint32(16)))


@_compiled
def _taken(values: At, first: At, last: At, spread: At, shift: At, taken: At) -> At:
    """Mix the values that are not spread, all where no other is there; tells how many, a multiple of four."""
    count = uint64(0)
    for i in range(first, last):
        taken[count] = _mix32(values[i])
        count += uint64(spread[values[i] >> shift] == uint8(0))
    if count == uint64(0):
        for i in range(first, last):
            taken[count] = _mix32(values[i])
            count += _ONE
    while count & uint64(3):
        taken[count] = taken[count - _ONE]
        count += _ONE
    return count


@_compiled
def sign(
    values: At,
    offsets: At,
    texts: At,
    spread: At,
    shift: At,
    factors: At,
    addends: At,
    size: At,
    taken: At,
    signatures: At,
) -> None:
    """Signatures of the values that are not spread; of all, where a text has no other. Four values at a step.

    `taken` is room for the values of the longest text and three more.
    """
    for text in range(texts):
        row = text * size
        for i in range(0, _taken(values, offsets[text], offsets[text + 1], spread, shift, taken), 4):
            a, b, c, d = taken[i], taken[i + 1], taken[i + 2], taken[i + 3]
            for k in range(size):
                one = min(uint32(factors[k] * a + addends[k]), uint32(factors[k] * b + addends[k]))
                two = min(uint32(factors[k] * c + addends[k]), uint32(factors[k] * d + addends[k]))
                signatures[row + k] = min(signatures[row + k], min(one, two))


@_compiled
def _slots_for(count: At) -> At:
    """One less than the power of two that leaves half of the slots free."""
    slots: At = uint64(4)
    most: At = uint64(count)
    while slots < _TWO * most:
        slots += slots
    return slots - _ONE


@_compiled
def _slot_of(value: At, slots: At, whose: At, owner: At, mask: At) -> At:
    """The slot of the owner's value, or the free one where it would be."""
    at = uint64(value) & mask
    while whose[at] == owner and slots[at] != value:
        at = at + _ONE & mask
    return at


@_compiled
def _put(values: At, first: At, last: At, slots: At, whose: At, owner: At) -> At:
    """Put the owner's values into its slots; gives the mask with which they are found again."""
    mask = _slots_for(last - first)
    for i in range(first, last):
        at = _slot_of(values[i], slots, whose, owner, mask)
        slots[at], whose[at] = values[i], owner
    return mask


@_compiled
def as_sets(values: At, offsets: At, texts: At, slots: At, whose: At, sets: At, set_offsets: At) -> None:
    """The values of each text without repetitions, as they come; `slots` and `whose` are room, nobody's at first."""
    count = 0
    for text in range(texts):
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
    values: At, offsets: At, counted: At, slots: At, whose: At, a: At, b: At, pairs: At, shared: At, flagged: At
) -> None:
    """How many values the sets a[i] and b[i] share, and how many of them are flagged."""
    last, mask = -1, uint64(0)
    for pair in range(pairs):
        if a[pair] != last:
            last = a[pair]
            mask = _put(values, offsets[last], offsets[last + 1], slots, whose, last)
        both, own = 0, 0
        for i in range(offsets[b[pair]], offsets[b[pair] + 1]):
            if whose[_slot_of(values[i], slots, whose, last, mask)] == last:
                both += 1
                own += counted[i] != uint8(0)
        shared[pair], flagged[pair] = both, own


@_compiled
def quarters(
    values: At, offsets: At, sets: At, begins: At, slots: At, whose: At, a: At, b: At, pairs: At, parts: At, shared: At
) -> None:
    """How many values of each quarter of text a[i] are in the set b[i]."""
    last, mask = -1, uint64(0)
    for pair in range(pairs):
        if b[pair] != last:
            last = b[pair]
            mask = _put(sets, begins[last], begins[last + 1], slots, whose, last)
        first, size = offsets[a[pair]], offsets[a[pair] + 1] - offsets[a[pair]]
        for part in range(parts):
            start, stop = (part * size + parts - 1) // parts, ((part + 1) * size + parts - 1) // parts
            found = 0
            for i in range(first + start, first + stop):
                found += whose[_slot_of(values[i], slots, whose, last, mask)] == last
            shared[pair * parts + part] = found
