//! Icons from the sprite in index.html. They are decoration: the words beside them say the same.

use crate::engine::OrganisationKind as Kind;
use yew::prelude::*;

/// An icon of the sprite.
pub(super) fn icon(name: &'static str) -> Html {
    html! { <svg class="icon" aria-hidden="true" focusable="false"><use href={name} /></svg> }
}

/// The icon of a kind, and the classes of a card of it, which give it its colour.
pub(super) const fn of_kind(kind: Option<Kind>) -> (&'static str, &'static str) {
    match kind {
        None => ("#i-unknown", "org k-other"),
        Some(Kind::Hei | Kind::School | Kind::TeacherEducationProvider | Kind::VetProvider) => ("#i-hei", "org k-hei"),
        Some(Kind::Enterprise) => ("#i-enterprise", "org k-enterprise"),
        Some(Kind::Association | Kind::TradeUnion | Kind::BusinessIntermediary) => ("#i-association", "org k-association"),
        Some(Kind::PublicBody | Kind::AccreditationBody) => ("#i-public", "org k-public"),
        Some(Kind::ResearchInstitute) => ("#i-research", "org k-research"),
        Some(Kind::Other) => ("#i-other", "org k-other"),
    }
}
