"""Sentences: tables of texts and their cuts, and what holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import split_sentences

CASES = [
    ("", []),
    (" \n— …\n", []),
    ("A headline without a stop\nThe first. The second!", ["A headline without a stop", "The first.", "The second!"]),
    ("The U.N. Office said so. He left.", ["The U.N. Office said so.", "He left."]),
    ("J. K. Rowling met Lt. Gen. Smith at 5 p.m. on Jan. 5. He left.", [
        "J. K. Rowling met Lt. Gen. Smith at 5 p.m. on Jan. 5.", "He left."]),
    ("He paid Rs. 1,000 cr. for it. It was paid.", ["He paid Rs. 1,000 cr. for it.", "It was paid."]),
    ("Rs. 1,000 cr. was paid.", ["Rs. 1,000 cr. was paid."]),
    ("Hội nghị tại TP. Hà Nội hôm nay. TS. Nguyễn Văn A đến.", [
        "Hội nghị tại TP. Hà Nội hôm nay.", "TS. Nguyễn Văn A đến."]),
    ("They met the agency./. Another story.", ["They met the agency./.", "Another story."]),
    ("They met the agency./.", ["They met the agency./."]),
    ("“It is done. We are glad,” she said. He agreed.", ["“It is done. We are glad,” she said.", "He agreed."]),
    ('"Really?" he asked. "Stop!" she said.', ['"Really?" he asked.', '"Stop!" she said.']),
    ("Really? he asked. Yahoo! said so.", ["Really? he asked.", "Yahoo! said so."]),
    ("He waited . . . and left. Then… nothing. Well.", ["He waited . . . and left.", "Then… nothing.", "Well."]),
    ("1. The pier. 2. The quay.", ["1. The pier.", "2. The quay."]),
    ("a. the pier b. the quay c. the market", ["a. the pier", "b. the quay", "c. the market"]),
    ("• 9. The first • 10. The second", ["• 9. The first", "• 10. The second"]),
    ("It rose 3. 5 were sold, 6. were not.", ["It rose 3.", "5 were sold, 6. were not."]),
    ("Pier opens in the harbour Friday, July 21, 2017 A pier was opened.", [
        "Pier opens in the harbour", "Friday, July 21, 2017", "A pier was opened."]),
    ("The pier opens on Friday, July 21, 2017 and closes later.", [
        "The pier opens on Friday, July 21, 2017 and closes later."]),
    ("The pier at dusk Image: Jane Doe. It was opened.", ["The pier at dusk", "Image: Jane Doe.", "It was opened."]),
    ("It is “safe [...] Now it opens”.", ["It is “safe [...]", "Now it opens”."]),
    ("iPhone sales rose. eBay fell.", ["iPhone sales rose.", "eBay fell."]),
    ("他说。我们走吧？好的！", ["他说。", "我们走吧？", "好的！"]),
    ("これは文です。次です。", ["これは文です。", "次です。"]),
    ("قال الرئيس ذلك؟ نعم. ذهب.", ["قال الرئيس ذلك؟", "نعم.", "ذهب."]),
    ("यह वाक्य है। दूसरा वाक्य।", ["यह वाक्य है।", "दूसरा वाक्य।"]),
    ("It opens at 5 p.m. Monday near Ft. Worth. At 7 p.m. He left.", [
        "It opens at 5 p.m. Monday near Ft. Worth.", "At 7 p.m.", "He left."]),
    ("It fell at 3: 30 a. m. Jan. 4 in Nice. It rained.", ["It fell at 3: 30 a. m. Jan. 4 in Nice.", "It rained."]),
]  # fmt: skip
ABROAD = [
    ("fr", "M. Dupont est venu. L'ami de MM. Roux et Mme. Durand aussi. Il pèse 5 m. Puis il part.", [
        "M. Dupont est venu.", "L'ami de MM. Roux et Mme. Durand aussi.", "Il pèse 5 m.", "Puis il part."]),
    ("de", "Am 5. Mai kam Dr. Müller. Die 3. Sitzung und seine 100. Partie. Er wurde 3. Danach ging er.", [
        "Am 5. Mai kam Dr. Müller.", "Die 3. Sitzung und seine 100. Partie.", "Er wurde 3.", "Danach ging er."]),
    ("ru", "Иванов и др. пришли. Это ул. Ленина.", ["Иванов и др. пришли.", "Это ул. Ленина."]),
    ("vi", "PGS.TS. Lê Văn B. nói. Theo Th.S. Lan, hết.", ["PGS.TS. Lê Văn B. nói.", "Theo Th.S. Lan, hết."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_a_text_is_cut_into_its_sentences(text, sentences):
    assert [sentence.text for sentence in split_sentences(text)] == sentences


@pytest.mark.parametrize(("language", "text", "sentences"), ABROAD)
def test_a_full_stop_behind_a_short_form_ends_no_sentence_in_other_languages(language, text, sentences):
    assert [sentence.text for sentence in split_sentences(text, language)] == sentences


PROSE = st.text(alphabet=st.sampled_from("aZé9 .!?\n\"'“”()[]…/-:。؟।\u2028\t"), max_size=300)


@given(st.one_of(st.text(), PROSE))
def test_spans_are_exact_in_order_and_apart_and_lose_no_word(text):
    sentences = split_sentences(text)
    assert all(text[s.span.start : s.span.end] == s.text == s.text.strip() for s in sentences)
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))
    assert all("\n" not in s.text for s in sentences)
    assert "".join(c for s in sentences for c in s.text if c.isalnum()) == "".join(filter(str.isalnum, text))


@given(st.lists(PROSE, max_size=5))
def test_a_line_is_cut_the_same_wherever_it_stands(lines):
    alone = [s.text for line in lines for s in split_sentences(line)]
    assert [s.text for s in split_sentences("\n".join(lines))] == alone


@pytest.mark.parametrize("piece", ["“", '"', "a. ", "1. ", "x", " a", "(", "“a. B", "[...] A"])
def test_endless_lines_lose_nothing(piece):
    text = piece * (60_000 // len(piece))
    sentences = split_sentences(text)
    assert sum(map(str.isalnum, text)) == sum(c.isalnum() for s in sentences for c in s.text)


def test_an_unknown_language_is_cut_like_english():
    assert [s.text for s in split_sentences("One is here. Two is there.", "xx")] == ["One is here.", "Two is there."]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Hanoi (VNA) – Ships left. They came back.", "Hanoi (VNA) –", "Ships left."),
        ("A headline\nQUAYTOWN, May 21 (Reuters) - The council met.", "A headline", "QUAYTOWN, May 21 (Reuters) -"),
        ("The pier (built in 1990) - a ruin - was sold. It fell.", "The pier (built in 1990) - a ruin - was sold.",
         "It fell."),
    ],
)  # fmt: skip
def test_a_dateline_is_a_sentence_of_its_own(text, first, second):
    assert [s.text for s in split_sentences(text)][:2] == [first, second]
