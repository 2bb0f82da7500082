"""Where sentences end in many languages: abbreviations, initials, quotations with their speakers, asides."""

import pytest

from compare import split_sentences

SENTENCES = [
    # forms of address, ranks, references
    ("en", ["Gov. J.B. Pritzker signed H.B. 2789 on Monday.", "The law takes effect Jan. 1."]),
    ("en", ['"Is it over?" asked Ms. Roe.', '"No," said Mr. Doe, "not yet."']),
    ("en", ["Rep. Ana Cruz, D-N.Y., and Sen. Ted Roe, R-S.C., agreed.", "It was rare."]),
    ("en", ["Police Const. Jane Park met Dist. Atty. Sam Hill near Pt. Reyes.", "They left at 6 p.m."]),
    ("en", ["The index closed at 4,512.30 vs. 4,498.10.", "See p. 14 and Arts. 3 and 4.", "Volume was thin."]),
    ("en", ["She studied Fine Arts.", "Arts. 3 and 4 were cut."]),
    ("en", ["The vote was 52-48.", "(Three senators were absent.)", "A second vote is due."]),
    ("en", ["He said: “We won... barely.”", "Then silence."]),
    ("fr", ["Né le 3 sept. 1970, le Gal. Blanc vit av. Foch.", "Il a 55 ans."]),
    ("fr", ["L’art. 49.3 a pris effet le 1er janv. 2026.", "Le vote a eu lieu à 15 h 30."]),
    ("fr", ["C’est ce qu’a dit J.-P. Martin.", "Il a souri."]),
    ("fr", ["« C’est faux ! » a lancé Mme Petit.", "« Je m’en vais. »"]),
    ("es", ["«No lo sé», dijo D. Juan M. Ortiz.", "El art. 155 sigue vigente."]),
    ("es", ["El Cnel. Soto y la Dra. Gómez viajaron a EE. UU. el lunes.", "Volverán pronto."]),
    ("es", ["Según la pág. 12, ganó el nº. 3 del partido con el 52,3 %.", "¿Qué pasó?", "¡Nadie lo sabe!"]),
    ("pt", ["O Des. Lima e a Exma. Sra. Costa falaram às 10h30.", "O art. 5 da lei custou R$ 1.200,50."]),
    ("it", ["Il sig. Rossi e l'on. Bianchi erano in via G. Mazzini.", "Poi sono usciti."]),
    ("it", ["Il prezzo è salito a 1.250,50 euro, cfr. pag. 3.", "La Borsa ha chiuso in calo."]),
    ("it", ["È la serie A.", "Il Milan ha vinto."]),
    ("de", ["Prof. Dr. med. Anna Weiß leitet die Abt. Chirurgie seit Okt. 2019.", "Sie kam aus Bonn."]),
    ("de", ["Am 3. Oktober sprach Bundeskanzler a. D. Gerhard Schröder.", "Der Verlust betrug rd. 1,5 Mio. Euro."]),
    ("de", ["„Das ist z. B. nicht wahr“, sagte Dr. h. c. Meyer.", "„Wann?“, fragte sie."]),
    ("nl", ["Dhr. Jansen en mevr. De Vries spraken a.s. maandag.", "Het kost ca. 3 mln. euro."]),
    ("pl", ["Prof. J. Kowalski z ul. Długiej i ks. Adam Nowak przybyli ok. godz. 15.", "Potem wyszli."]),
    ("ru", ["В 2024 г. население выросло до 1,2 млн. человек.", "Об этом сообщил доц. А. С. Петров."]),
    ("tr", ["Doç. Dr. Ayşe Yılmaz ve Yzb. Ali Kaya 3. toplantıda konuştu.", "Saat 15.30'da bitti."]),
    ("id", ["Menurut Ir. Budi, harga naik Rp. 1.200 per kg.", "Warga khawatir."]),
    ("vi", ["Theo PGS.TS. Nguyễn Văn A., giá tăng 3,5% tại Đ. Lê Lợi.", "Người dân lo lắng./."]),
    ("vi", ["Bà Nguyễn T. H. (SN 1985, ở Q.1, TP.HCM) bị bắt.", "Ông hỏi: “Tại sao?” rồi bỏ đi."]),
    # scripts without capitals
    ("ar", ["قال أ. د. محمود حسن إن العدد بلغ 1,200.", "وأكد د. أحمد علي ذلك.", "هل سيستمر ذلك؟"]),
    ("ar", ["«لن نتراجع!» قال الرئيس.", "ثم غادر القاعة.", "لا أحد يعرف."]),
    ("ur", ["وزیر نے کہا کہ حالات ٹھیک ہیں۔", "کیا یہ سچ ہے؟"]),
    ("hi", ["डॉ. शर्मा ने 3.5 करोड़ रु. प्रति कि.मी. दिए।", "श्री ए. के. सिंह ने कहा, “हम तैयार हैं।”"]),
    ("hi", ["डॉ. शर्मा ने कहा.", "बैठक खत्म हुई."]),
    ("bn", ["মন্ত্রী বলেন, “আমরা প্রস্তুত।”", "ডা. রহমান একমত।"]),
    ("zh", ["公司亏损3.5亿元！", "“太糟了！”他说。", "“我们准备好了。”部长对记者说，会议已结束。"]),
    ("zh", ["总理周一表示：“我们会努力。”", "会议于下午结束。"]),
    ("ja", ["首相は「検討する。」と述べた。", "『本当か？』という声も出た。", "損失は3.5億円だった。"]),
    ("ja", ["午後3時、東京で火災が発生した。", "「けが人はいない。」", "警察が調べている。"]),
    ("ko", ["장관은 “준비됐다.”고 말했다.", "회의는 오후 3시 30분에 끝났다."]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentences"), SENTENCES, ids=[f"{lang}: {s[0][:30]}" for lang, s in SENTENCES])
def test_a_paragraph_ends_its_sentences_where_a_reader_does(language, sentences):
    text = ("" if language in ("zh", "ja") else " ").join(sentences)
    assert [sentence.text for sentence in split_sentences(text, language)] == sentences
