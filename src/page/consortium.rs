//! The consortium: its members as cards, or what to do while there are none.

use super::advice_panel::children;
use super::card::{Card, MemberView};
use super::country_labels::{counted, outside};
use super::say::t;
use super::store::Store;
use crate::board::Zone;
use crate::i18n::Message;
use yew::prelude::*;

/// The consortium.
pub(super) fn consortium(store: &Store) -> Html {
    let (language, board) = (store.language, store.board());
    let badge = |id: &str| store.advice.dependence.iter().find(|(of, _)| **of == *id).map(|(_, words)| AttrValue::from(words.clone()));
    let countries = counted(board).len();
    let counts = [Message::OrganisationCount(board.members.len()), Message::CountryCount(countries)].map(|count| t(language, count));
    html! {
        <section class="panel consortium" id="consortium" aria-labelledby="consortium-heading" data-zone={Zone::Consortium.as_str()}>
            <header>
                <h2 id="consortium-heading" tabindex="-1" data-heading="consortium">{ t(language, Message::Consortium) }</h2>
                <span class="sub" data-summary="">{ counts.join(" · ") }</span>
            </header>
            if board.members.is_empty() {
                <div class="empty">
                    <p>{ t(language, Message::EmptyConsortium) }</p>
                    <p class="sub">{ t(language, Message::EmptyConsortiumHint) }</p>
                </div>
            }
            <div class="board">
            <ul role="list" aria-labelledby="consortium-heading">
                for (at, member) in board.members.iter().enumerate() {
                    <Card key={member.organisation.id.to_string()} {language} organisation={member.organisation.clone()}
                        outside={outside(board, &member.organisation, language)}
                        member={MemberView {
                            role: member.role,
                            affiliated_to: member.affiliated_to.as_ref().and_then(|of| board.organisation(of)).cloned(),
                            first: at == 0,
                            last: at + 1 == board.members.len(),
                            badge: badge(&member.organisation.id),
                        }} />
                }
            </ul>
            <ul role="list" data-slot="ghosts">if !store.narrow { { for children(&store.advice.vacancies) } }</ul>
            </div>
        </section>
    }
}
