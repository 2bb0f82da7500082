"""The open door for a pair model: a cross-encoder from a local folder judges the pairs that the words leave in doubt.

The folder holds what published cross-encoders bring: `model.onnx` (or `onnx/model.onnx`), `tokenizer.json` and
perhaps `config.json`. Nothing is fetched. This is the only importer of onnxruntime and tokenizers (extra `semantic`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from compare.align.stack import Floats
from compare.errors import ConfigError, MissingExtra

BATCH = 32
"""Pairs that are judged at a time."""
LONGEST = 512
"""Tokens of a pair; published cross-encoders read no more, a longer pair is cut at its longer sentence."""
_GIVEN = {"input_ids", "attention_mask", "token_type_ids"}
_YES = ("entail", "paraphrase", "duplicate", "equivalent", "same")


class PairModel:
    """A cross-encoder that gives two sentences the probability that they say the same.

    Raises `ConfigError` for a folder without the two files or with others than those of a cross-encoder, `MissingExtra`
    without the packages.
    """

    def __init__(self, folder: str) -> None:
        self.model, self.tokenizer = _files(folder)
        runtime, tokenizers = _package("onnxruntime"), _package("tokenizers")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1  # the same sums in the same order on every machine
        with _readable(Path(folder) / "config.json"):
            self.labels = _labels(Path(folder) / "config.json")
        with _readable(self.model):
            self._session = runtime.InferenceSession(str(self.model), options, providers=["CPUExecutionProvider"])
        with _readable(self.tokenizer):
            self._reader = tokenizers.Tokenizer.from_file(str(self.tokenizer))
        self._inputs = [wanted.name for wanted in self._session.get_inputs()]
        answer = self._session.get_outputs()[0].shape
        if not set(self._inputs) <= _GIVEN or len(answer) > 2:
            raise ConfigError(
                f"align.pair_model: {self.model} takes {', '.join(self._inputs)}"
                f" and answers in {len(answer)} dimensions;"
                " a cross-encoder takes input_ids (attention_mask, token_type_ids) and gives each pair its logits"
            )
        self._reader.enable_truncation(LONGEST)
        self._reader.enable_padding()

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Probabilities, one for each pair; each pair is read in both orders, so that they are symmetric."""
        both = [*pairs, *((b, a) for a, b in pairs)]
        found = [self._batch(both[at : at + BATCH]) for at in range(0, len(both), BATCH)]
        forth, back = np.split(np.concatenate(found) if found else np.zeros(0), 2)
        return np.round((forth + back) / 2, 6)

    def _batch(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        read = self._reader.encode_batch(list(pairs))
        given = {
            "input_ids": [r.ids for r in read],
            "attention_mask": [r.attention_mask for r in read],
            "token_type_ids": [r.type_ids for r in read],
        }
        feed = {name: np.array(given[name], np.int64) for name in self._inputs}
        logits = np.asarray(self._session.run(None, feed)[0], np.float64).reshape(len(pairs), -1)
        return _probabilities(logits, self.labels)


@lru_cache(maxsize=2)
def load_pair_model(folder: str) -> PairModel:
    """The model of a folder, loaded once."""
    return PairModel(folder)


def describe_pair_model(folder: str) -> str:
    """Name and SHA-256 of a model, for the report: the folder's name and a digest of both files."""
    digest = hashlib.sha256()
    for file in _files(folder):
        with file.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return f"{Path(folder).resolve().name} sha256:{digest.hexdigest()}"


def _files(folder: str) -> tuple[Path, Path]:
    place = Path(folder)
    model = next((f for f in (place / "model.onnx", place / "onnx" / "model.onnx") if f.is_file()), None)
    tokenizer = place / "tokenizer.json"
    if model is None or not tokenizer.is_file():
        missing = "model.onnx" if model is None else "tokenizer.json"
        raise ConfigError(
            f"align.pair_model: no {missing} in {folder}; give a folder with model.onnx and tokenizer.json"
        )
    return model, tokenizer


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    """What the packages raise over a file, each its own kinds of errors, as one that names the file."""
    try:
        yield
    except Exception as error:
        said = " ".join(str(error).split())[:200]
        raise ConfigError(f"align.pair_model: {file} cannot be read: {said}") from error


def _labels(config: Path) -> tuple[str, ...]:
    if not config.is_file():
        return ()
    named = json.loads(config.read_text(encoding="utf-8")).get("id2label") or {}
    return tuple(str(named[key]).lower() for key in sorted(named, key=int))


def _probabilities(logits: Floats, labels: Sequence[str]) -> Floats:
    """One logit: its logistic; several: the share of the label that says yes, or of the last."""
    if logits.shape[1] == 1:
        return np.asarray(1 / (1 + np.exp(-np.clip(logits[:, 0], -60, 60))))
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    yes = next((k for k, label in enumerate(labels) if label.startswith(_YES)), logits.shape[1] - 1)
    return np.asarray(shares[:, yes])


def _package(name: str) -> Any:  # noqa: ANN401  # the packages ship no types
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra(name, "semantic", "a pair model") from error
