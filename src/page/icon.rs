//! Icons, each one path on a field of 24 by 24. They are decoration: the words beside them say the same.
//!
//! A path and no reference to a sprite: the browser copies what a reference points to, for every card anew.

use crate::engine::OrganisationKind as Kind;
use yew::prelude::*;

const HEI: &str = "M2 9l10-5 10 5-10 5zM6 11.5V17c2 2 10 2 12 0v-5.5M22 9v6";
const ENTERPRISE: &str = "M3 21V10l6 4v-4l6 4V4h6v17zM8 17h2m3 0h2";
const ASSOCIATION: &str = "M5.8 8a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M15.1 9a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M3 20c0-3.5 2.7-6 6-6s6 2.5 6 6m2-6c2.6.2 4.4 2.2 4.4 5";
const PUBLIC_BODY: &str = "M3 9l9-5 9 5zM4 20h16M6 10v7m4-7v7m4-7v7m4-7v7";
const RESEARCH: &str = "M9 3h6m-5 0v6L4.5 18.5A1.7 1.7 0 0 0 6 21h12a1.7 1.7 0 0 0 1.5-2.5L14 9V3M7.5 15h9";
const OTHER: &str = "M4 21V6l8-3 8 3v15zM9 9h1m4 0h1m-6 4h1m4 0h1m-5 8v-4h4v4";
const UNKNOWN: &str = "M9 9a3 3 0 1 1 4 3c-.8.4-1 1-1 2m0 4v.01";
pub(super) const GRIP: &str = "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01";
pub(super) const STAR: &str = "M12 3l2.8 5.8 6.2.9-4.5 4.4 1.1 6.3L12 17.5l-5.6 2.9 1.1-6.3L3 9.7l6.2-.9z";
pub(super) const UP: &str = "M12 19V5m-6 6l6-6 6 6";
pub(super) const DOWN: &str = "M12 5v14m-6-6l6 6 6-6";
pub(super) const EDIT: &str = "M4 20h4L19 9l-4-4L4 16zM13 7l4 4";
pub(super) const PLUS: &str = "M12 5v14M5 12h14";
pub(super) const MINUS: &str = "M6 6l12 12M18 6L6 18";
pub(super) const CHECK: &str = "M5 12.5l4.5 4.5L19 7.5";
pub(super) const NONE: &str = "";
pub(super) const QUESTION: &str = "M9 9a3 3 0 1 1 4 3c-.8.4-1 1-1 2m0 3.5v.01";
pub(super) const EYE: &str = "M3 12c4-7 14-7 18 0-4 7-14 7-18 0zM9.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0";
pub(super) const DASH: &str = "M6 12h12";
pub(super) const UNDO: &str = "M9 7L4 12l5 5m-5-5h10a6 6 0 0 1 6 6";
pub(super) const REDO: &str = "M15 7l5 5-5 5m5-5H10a6 6 0 0 0-6 6";
const LOGO: &str =
    "M3.5 9a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M11.5 9a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M7.5 15.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0";

/// An icon by its path.
pub(super) fn icon(path: &'static str) -> Html {
    with_class("icon", path)
}

/// The mark of the page.
pub(super) fn logo() -> Html {
    with_class("logo", LOGO)
}

fn with_class(class: &'static str, path: &'static str) -> Html {
    html! { <svg {class} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={path} /></svg> }
}

/// The icon of a kind, and the classes of a card of it, which give it its colour.
pub(super) const fn of_kind(kind: Option<Kind>) -> (&'static str, &'static str) {
    match kind {
        None => (UNKNOWN, "org k-other"),
        Some(Kind::Hei | Kind::School | Kind::TeacherEducationProvider | Kind::VetProvider) => (HEI, "org k-hei"),
        Some(Kind::Enterprise) => (ENTERPRISE, "org k-enterprise"),
        Some(Kind::Association | Kind::TradeUnion | Kind::BusinessIntermediary) => (ASSOCIATION, "org k-association"),
        Some(Kind::PublicBody | Kind::AccreditationBody) => (PUBLIC_BODY, "org k-public"),
        Some(Kind::ResearchInstitute) => (RESEARCH, "org k-research"),
        Some(Kind::Other) => (OTHER, "org k-other"),
    }
}
