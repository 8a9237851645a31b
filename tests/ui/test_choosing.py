"""What a person picks in a box is kept, each time; an address that asks for something else is followed."""

from streamlit.testing.v1 import AppTest

OPTIONS = ("a", "b", "c", "d")


def page() -> None:
    import streamlit as st

    from ui.choosing import choose
    from ui.state import follow, noted, remember, remembered

    chosen = choose(st.selectbox, "Letter", ("a", "b", "c", "d"), remembered("letter"), "letter-box", str.upper)
    remember({"letter": chosen})
    follow("word-box", remembered("word"))
    word = st.text_input("Word", key="word-box")
    noted("word-box", word)
    remember({"word": word})
    st.text(f"{chosen}-{word}")


def opened(**address: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def test_every_choice_in_a_row_is_kept() -> None:
    app = opened()
    for letter in ("b", "c", "d", "a", "c"):
        app.selectbox[0].set_value(letter).run()
        assert app.text[0].value == f"{letter}-"
        assert app.query_params["letter"] == letter
        assert app.run().text[0].value == f"{letter}-"


def test_every_word_in_a_row_is_kept() -> None:
    app = opened()
    for word in ("ice", "snow", "", "rain"):
        app.text_input[0].set_value(word).run()
        assert app.text[0].value == f"a-{word}"
        assert app.run().text[0].value == f"a-{word}"


def test_the_address_chooses_at_first_and_when_it_changes() -> None:
    app = opened(letter="c", word="ice")
    assert app.text[0].value == "c-ice"
    app.selectbox[0].set_value("d").run()
    app.query_params["letter"] = "b"
    app.query_params["word"] = "snow"
    assert app.run().text[0].value == "b-snow"
    app.selectbox[0].set_value("a").run()
    assert app.text[0].value == "a-snow"


def test_an_address_that_asks_for_nothing_there_gets_the_first() -> None:
    assert opened(letter="z").text[0].value == "a-"
