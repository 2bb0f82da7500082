import pytest

from compare import Config, ConfigError, FindingConfig


@pytest.fixture
def listed(tmp_path):
    def write(text):
        path = tmp_path / "names.toml"
        path.write_text(text, "utf-8")
        return Config(findings=FindingConfig(names=str(path)))

    return write


def quotes(found):
    return [[c.evidence.quote for c in f.claims] for f in found if f.kind == "house_style"]


def test_spellings_against_the_house_list_are_reported_per_article(findings, listed):
    config = listed('[names]\n"Kyiv" = ["Kiev"]\n"Ha Noi" = ["Hanoi"]')
    found = findings("Kiev waited. Kiev's mayor left Hanoi.", "Kyiv waited.", config=config)
    assert quotes(found) == [["Kiev", "Kiev's"], ["Hanoi"]] or quotes(found) == [["Hanoi"], ["Kiev", "Kiev's"]]
    assert all("house list has" in f.note for f in found if f.kind == "house_style")


def test_case_counts_only_where_it_is_all_that_differs(findings, listed):
    config = listed('[names]\n"iPhone" = ["IPhone"]\n"Den Haag" = ["the hague"]')
    found = findings("An IPhone and an iPhone were found in The Hague.", "Nothing.", config=config)
    assert sorted(quotes(found)) == [["IPhone"], ["The Hague"]]


def test_a_name_as_wanted_holds_no_unwanted_spelling(findings, listed):
    config = listed('[names]\n"UN Secretary-General" = ["Secretary-General"]\n"Kyiv Post" = ["Post"]')
    text = "The UN Secretary-General met an Under-Secretary-General. The Secretary-General read the Kyiv Post."
    assert quotes(findings(text, "Nothing.", config=config)) == [["Secretary-General"]]


def test_several_words_accents_and_hyphens_are_spelt_as_listed(findings, listed):
    config = listed('[names]\n"Lương Cường" = ["Luong Cuong"]\n"cybercrime" = ["cyber-crime", "cyber crime"]')
    text = "Luong Cuong, or Lương Cường, spoke of cyber-crime, Cyber crime and cybercrime."
    assert sorted(quotes(findings(text, config=config))) == [["Luong Cuong"], ["cyber-crime", "Cyber crime"]]


def test_without_a_list_nothing_is_checked(findings):
    assert not quotes(findings("Kiev waited.", "Kyiv waited."))


@pytest.mark.parametrize("text", ["names = 3", "[names]\nKyiv = 'Kiev'", "[names]\nKyiv = ['']", "no toml"])
def test_a_list_that_cannot_be_read_is_an_error_that_shows_how(findings, listed, text):
    with pytest.raises(ConfigError, match=r"names\.toml[\s\S]*\[names\]"):
        findings("Kiev waited.", config=listed(text))


def test_a_missing_list_is_an_error(findings):
    with pytest.raises(ConfigError, match="nowhere"):
        findings("Kiev waited.", config=Config(findings=FindingConfig(names="nowhere.toml")))
