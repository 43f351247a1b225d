//! What the status region says after a change.

use super::{Language, Message, text};
use crate::board::{Announcement, Happened, Zone};
use crate::calls::RequirementFile;
use crate::engine::Organisation;

/// The announcement as one short paragraph: what happened, which requirements changed, how many are met.
pub fn announcement(
    language: Language,
    said: &Announcement,
    requirements: &[&RequirementFile],
    name: impl Fn(&Organisation) -> String,
) -> String {
    let mut parts = vec![happened(language, &said.happened, name)];
    for change in &said.changes {
        let title = requirements.iter().find(|file| file.requirement.id == change.requirement).map(|file| file.title.in_language(language));
        if let Some(title) = title {
            parts.push(text(language, Message::NowStatus { requirement: title, status: change.now }).into_owned());
        }
    }
    if !said.changes.is_empty() {
        parts.push(text(language, Message::MetOf { met: said.met, all: said.mandatory }).into_owned());
    }
    parts.join(" ")
}

fn happened(language: Language, happened: &Happened, name: impl Fn(&Organisation) -> String) -> String {
    let say = |message: Message<'_>| text(language, message).into_owned();
    match happened {
        Happened::Joined(organisation) => say(Message::Joined(&name(organisation))),
        Happened::JoinedTogether(all) => say(Message::JoinedTogether(&all.iter().map(|one| name(one)).collect::<Vec<_>>().join(", "))),
        Happened::Left(organisation) => say(Message::Left(&name(organisation))),
        Happened::Reordered(organisation, at, of) => say(Message::Reordered { name: &name(organisation), at: *at, of: *of }),
        Happened::Added(organisation, Zone::Pool) => say(Message::AddedToPool(&name(organisation))),
        Happened::Added(organisation, Zone::Consortium) => say(Message::AddedToConsortium(&name(organisation))),
        Happened::Edited(organisation) => say(Message::Edited(&name(organisation))),
        Happened::Deleted(organisation) => say(Message::Deleted(&name(organisation))),
        Happened::Role(organisation, role) => say(Message::HasRole { name: &name(organisation), role: *role }),
        Happened::Project => say(Message::ProjectChanged),
        Happened::Renamed => say(Message::Renamed),
        Happened::Call => say(Message::CallChanged),
        Happened::Opened => say(Message::Opened),
        Happened::Undone => say(Message::Undone),
        Happened::Redone => say(Message::Redone),
    }
}
