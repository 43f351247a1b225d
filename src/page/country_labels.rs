//! The countries of a consortium as its call looks at them.

use crate::board::Board;
use crate::engine::{Country, CountryClass, Organisation, Rule};
use crate::i18n::Language;
use yew::AttrValue;

/// The class that the call counts first: programme countries, or since 2021 member states and associated countries.
pub(super) fn counted_class(board: &Board) -> Option<&CountryClass> {
    let class = |name| board.call.class(name);
    class("programme").or_else(|| class("participating")).or(board.call.classes().first())
}

/// The countries that count: of the first requirement that asks for different ones; where there is none, those that members state.
pub(super) fn counted(board: &Board) -> Vec<Country> {
    let requirements = board.call.requirements().iter().zip(&board.report.findings);
    let first = requirements.into_iter().find(|(requirement, _)| matches!(requirement.rule, Rule::Countries(_)));
    if let Some((_, finding)) = first {
        return finding.countries.clone();
    }
    let mut all: Vec<Country> =
        board.members.iter().filter_map(|member| member.organisation.country).map(|country| board.call.state_of(country)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What an organisation's country is in the call where it is outside of those that are counted first: "partnerland".
pub(super) fn outside(board: &Board, organisation: &Organisation, language: Language) -> Option<AttrValue> {
    let country = organisation.country?;
    let is_in = |name: &str| board.call.class(name).is_some_and(|class| class.countries.contains(country));
    let class = board.file.classes.iter().find(|class| matches!(&*class.name, "partner" | "third") && is_in(&class.name))?;
    Some(class.title.in_language(language).to_owned().into())
}
