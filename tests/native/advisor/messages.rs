//! Numbers in the planner's answers.

use allians::i18n::{AdviceMessage, Language, Part, advice};

#[test]
fn numbers_are_words_up_to_ten_and_then_figures() {
    let said = |language, number| {
        let parts = advice(language, AdviceMessage::Suffice, number);
        parts.iter().map(|part| if let Part::Words(words) = part { words.as_ref() } else { "" }).collect::<String>()
    };
    let rows = [
        (Language::Sv, 1, "En till räcker."),
        (Language::Sv, 2, "Två till räcker."),
        (Language::Sv, 12, "12 till räcker."),
        (Language::Fi, 1, "Yksi lisää riittää."),
        (Language::Fi, 6, "Kuusi lisää riittää."),
        (Language::En, 1, "One more is enough."),
        (Language::En, 1_000, "1,000 more are enough."),
    ];
    for (language, number, expected) in rows {
        assert_eq!(said(language, number), expected);
    }
}
