"""A pair model from a local folder: built here, tiny, and asked only where the words leave doubt."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from compare.align.links import align_articles
from compare.align.pair_model import describe_pair_model, load_pair_model
from compare.cli.group import group
from compare.config import AlignConfig, Config
from compare.errors import ConfigError, MissingExtra
from compare.model import Article

ALIKE = Article("a", "The minister opened the harbour on Monday.")
DOUBT = Article("b", "A new harbour was welcomed by fishermen, who came from all the villages on the coast.")
APART = Article("c", "Rain fell over the hills.")


def build_model(folder: Path, logits: list[float], id2label: dict[str, str] | None = None) -> Path:
    """A cross-encoder that gives every pair the same logits, with a tokenizer of whole words."""
    onnx = pytest.importorskip("onnx")
    tokenizers = pytest.importorskip("tokenizers")
    helper, kinds = onnx.helper, onnx.TensorProto
    nodes = [
        helper.make_node("Cast", ["input_ids"], ["ids"], to=kinds.FLOAT),
        helper.make_node("ReduceMean", ["ids"], ["mean"], keepdims=1, axes=[1]),
        helper.make_node("Mul", ["mean", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "answer"], ["logits"]),
    ]
    graph = helper.make_graph(
        nodes,
        "always the same",
        [helper.make_tensor_value_info(n, kinds.INT64, ["batch", "length"]) for n in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("logits", kinds.FLOAT, ["batch", len(logits)])],
        [
            helper.make_tensor("zero", kinds.FLOAT, [1], [0.0]),
            helper.make_tensor("answer", kinds.FLOAT, [1, len(logits)], logits),
        ],
    )
    folder.mkdir(parents=True, exist_ok=True)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(made, str(folder / "model.onnx"))
    words = tokenizers.Tokenizer(tokenizers.models.WordLevel({"[UNK]": 0, "harbour": 1}, unk_token="[UNK]"))
    words.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    words.save(str(folder / "tokenizer.json"))
    if id2label:
        (folder / "config.json").write_text(json.dumps({"id2label": id2label}), encoding="utf-8")
    return folder


def config_with(folder: Path) -> Config:
    return Config(align=AlignConfig(pair_model=str(folder)))


def test_a_model_that_says_yes_links_a_pair_in_doubt_and_one_that_says_no_does_not(tmp_path: Path) -> None:
    assert align_articles(ALIKE, DOUBT) == []
    yes, no = build_model(tmp_path / "yes", [6.0]), build_model(tmp_path / "no", [-6.0])
    assert [(link.a, link.b) for link in align_articles(ALIKE, DOUBT, config_with(yes))] == [(0, 0)]
    assert align_articles(ALIKE, DOUBT, config_with(no)) == []


def test_a_model_is_not_asked_where_there_is_no_doubt(tmp_path: Path) -> None:
    yes, no = build_model(tmp_path / "yes", [6.0]), build_model(tmp_path / "no", [-6.0])
    assert align_articles(ALIKE, APART, config_with(yes)) == []
    assert align_articles(ALIKE, ALIKE, config_with(no)) == align_articles(ALIKE, ALIKE)


@pytest.mark.parametrize(
    ("logits", "labels", "expected"),
    [
        ([0.0], None, 0.5),
        ([50.0], None, 1.0),
        ([0.0, 50.0], None, 1.0),
        ([0.0, 50.0, 0.0], {"0": "contradiction", "1": "entailment", "2": "neutral"}, 1.0),
        ([50.0, 0.0], {"0": "not_equivalent", "1": "equivalent"}, 0.0),
    ],
)
def test_the_answer_is_a_probability_whatever_the_head(
    tmp_path: Path, logits: list[float], labels: dict[str, str] | None, expected: float
) -> None:
    model = load_pair_model(str(build_model(tmp_path / "m", logits, labels)))
    assert np.allclose(model.judge([("one", "two three")] * 40), expected)
    assert len(model.judge([])) == 0


def test_name_and_digest_tell_models_apart(tmp_path: Path) -> None:
    one, two = build_model(tmp_path / "one", [1.0]), build_model(tmp_path / "two", [2.0])
    assert describe_pair_model(str(one)).startswith("one sha256:")
    assert describe_pair_model(str(one)).split(":")[1] != describe_pair_model(str(two)).split(":")[1]


def test_the_command_tells_which_model_judged(tmp_path: Path) -> None:
    folder = build_model(tmp_path / "yes", [6.0])
    paths = []
    for article in (ALIKE, DOUBT):
        paths.append(tmp_path / f"{article.id}.txt")
        paths[-1].write_text(article.text, encoding="utf-8")
    ran = CliRunner().invoke(group, ["align", *map(str, paths), "--pair-model", str(folder), "--json"])
    assert json.loads(ran.stdout)["pair_model"] == describe_pair_model(str(folder))


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no model\.onnx"):
        align_articles(ALIKE, DOUBT, config_with(tmp_path))


@pytest.mark.parametrize("broken", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_file_that_is_none_of_a_model_is_named(tmp_path: Path, broken: str) -> None:
    folder = build_model(tmp_path / "m", [1.0], {"0": "no", "1": "yes"})
    (folder / broken).write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError, match=broken):
        align_articles(ALIKE, DOUBT, config_with(folder))


def test_a_model_that_is_no_cross_encoder_is_refused(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx")
    helper, kinds = onnx.helper, onnx.TensorProto
    folder = build_model(tmp_path / "m", [1.0])
    graph = helper.make_graph(
        [helper.make_node("Identity", ["words"], ["vectors"])],
        "a vector for each token",
        [helper.make_tensor_value_info("words", kinds.FLOAT, ["batch", "length", 4])],
        [helper.make_tensor_value_info("vectors", kinds.FLOAT, ["batch", "length", 4])],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(made, str(folder / "model.onnx"))
    with pytest.raises(ConfigError, match="takes words and answers in 3 dimensions"):
        align_articles(ALIKE, DOUBT, config_with(folder))


def test_without_the_packages_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.onnx").write_bytes(b"")
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtra, match=r"twosource\[semantic\]"):
        align_articles(ALIKE, DOUBT, config_with(tmp_path))
