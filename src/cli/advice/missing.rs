//! What is missing, as text: whoever it is, from the pool, and so that nobody's leaving does harm.

use super::{Said, Sections, first, listed, organisations};
use allians::advice::{Additions, Answer, Change, PoolAdditions, PoolCompletion, Seat, Seats, TooMuch, complete, from_pool, safe};
use allians::engine::rule::{Cap, Duration, Grant};
use allians::engine::{Cents, OrganisationKind, Rule};
use allians::i18n::{Language, Message, text};
use allians::wire::SETS;

pub(super) fn sections(said: &Said<'_>) -> Sections {
    let asked = said.asked;
    let completion = complete(asked.call, asked.members(), asked.project(), asked.reading);
    let pool = from_pool(asked.call, asked.members(), asked.pool(), asked.reading, SETS);
    let changes = completion.changes.iter().map(|change| to_change(said, change)).collect();
    let facts = if completion.facts.is_empty() {
        Vec::new()
    } else {
        vec![format!("what is not stated of {} may help", said.members(&completion.facts))]
    };
    vec![
        ("missing", additions(said, &completion.additions)),
        ("to change", changes),
        ("to state", facts),
        ("from the pool", from_the_pool(said, &pool)),
        ("pool and more", mixed(said, &pool)),
        ("to be safe", additions(said, &safe(asked.call, asked.members(), asked.reading))),
    ]
}

fn additions(said: &Said<'_>, additions: &Additions) -> Vec<String> {
    match additions {
        Additions::Enough => vec!["nobody".to_owned()],
        Additions::Seats(seats) => seats_lines(said, seats),
        Additions::Never(requirements) => vec![format!("nobody can mend {}", said.requirements(requirements))],
        Additions::Open(requirements) => vec![format!("facts that are not stated decide {}", said.requirements(requirements))],
        Additions::TooMuch(much) => vec![too_much(*much)],
    }
}

fn too_much(TooMuch { groups, countries }: TooMuch) -> String {
    match groups {
        0 => "no exact answer: the call's numbers are too large to try everything".to_owned(),
        1 => format!("no exact answer: a legal group in {countries} countries is too much to try"),
        groups => format!("no exact answer: {groups} legal groups in up to {countries} countries each are too much to try"),
    }
}

/// The organisations of the first answer, where there is one.
pub(super) fn first_answer(said: &Said<'_>, additions: &Additions) -> Option<String> {
    let Additions::Seats(seats) = additions else { return None };
    seats.answers.first().map(|answer| answer_line(said, answer))
}

fn seats_lines(said: &Said<'_>, seats: &Seats) -> Vec<String> {
    let missing = listed(&seats.missing, |(requirement, missing)| format!("{} {missing}", said.asked.requirement(*requirement)));
    let mut lines = vec![format!("{}, for {missing}", organisations(seats.number))];
    lines.extend(first(&seats.answers, |answer| answer_line(said, answer)));
    lines
}

/// The seats, alike ones counted, and the countries that they have to bring.
fn answer_line(said: &Said<'_>, answer: &Answer) -> String {
    // Where everybody who fits could lead, it is enough to say so once.
    let all_lead = answer.seats.iter().all(|seat| seat.leads);
    let mut seats: Vec<(String, usize)> = Vec::new();
    for seat in &answer.seats {
        let leads = if seat.leads && !all_lead { " that can lead" } else { "" };
        let seat = format!("{}{leads}", seat_words(said, seat));
        match seats.iter_mut().find(|(known, _)| *known == seat) {
            Some((_, number)) => *number += 1,
            None => seats.push((seat, 1)),
        }
    }
    let seats: Vec<String> =
        seats.into_iter().map(|(seat, number)| if number == 1 { seat } else { format!("{number} × {seat}") }).collect();
    let new_countries = answer.countries.iter().map(|(requirement, new)| {
        let countries = if *new == 1 { "country" } else { "countries" };
        format!("; {new} new {countries} for {}", said.asked.requirement(*requirement))
    });
    let lead = if all_lead { "; any of them can lead" } else { "" };
    format!("{}{}{lead}", seats.join(" + "), new_countries.collect::<String>())
}

fn seat_words(said: &Said<'_>, seat: &Seat) -> String {
    let one = |kind| {
        let words = text(Language::En, Message::one_of(kind));
        // Only the article: "a VET provider".
        words.split_once(' ').map_or(words.to_lowercase(), |(article, rest)| format!("{} {rest}", article.to_lowercase()))
    };
    let kinds: Vec<String> = match seat.kinds {
        None => vec![one(None)],
        Some(kinds) => kinds.iter().map(|kind: OrganisationKind| one(Some(kind))).collect(),
    };
    let file = said.file();
    let classes = seat.classes.iter().filter_map(|place| file?.classes.get(usize::from(*place)));
    let classes: String = classes.map(|class| format!(" from a {}", class.title.en)).collect();
    let country = match (seat.country, seat.together) {
        (Some(country), _) => format!(" from {}", country.code()),
        (None, Some(number)) => format!(" from new country {}", number + 1),
        (None, None) => String::new(),
    };
    let attributes: String = seat.attributes.iter().map(|attribute| format!(", {}", attribute.as_str())).collect();
    let denied: String = seat.denied.iter().map(|attribute| format!(", not {}", attribute.as_str())).collect();
    format!("{}{classes}{country}{attributes}{denied}", kinds.join(" or "))
}

pub(super) fn to_change(said: &Said<'_>, change: &Change) -> String {
    match change {
        Change::Applicant { present, candidates } => {
            let now = if present.is_empty() { String::new() } else { format!(" (now {})", said.members(present)) };
            let who =
                if candidates.is_empty() { "somebody who is added".to_owned() } else { format!("one of {}", said.members(candidates)) };
            format!("the applicant{now}: has to be {who}")
        }
        Change::Duration { allowed: Duration::OneOf(months) } => format!("the duration: {} months", one_of(months)),
        Change::Duration { allowed: Duration::Range { from, to } } => format!("the duration: {from} to {to} months"),
        Change::Grant { allowed } => format!("the grant: {}", grant(allowed)),
        Change::Leave { requirement, members, number } => {
            let asked = said.asked.call.requirements().get(*requirement).map(|asked| asked.rule_in(said.asked.reading));
            let (requirement, members) = (said.asked.requirement(*requirement), said.members(members));
            match asked {
                Some(Rule::ExactCountries(_)) => format!("{requirement}: countries too many: {number}, among those of {members}"),
                _ => format!("{requirement}: {number} of {members} cannot take part"),
            }
        }
        Change::Show { requirement, members, .. } => {
            format!("{}: to be shown by {}", said.asked.requirement(*requirement), said.members(members))
        }
        Change::Activities { requirement } => format!("{}: one has to be chosen", said.asked.requirement(*requirement)),
    }
}

fn grant(allowed: &Grant) -> String {
    let most = |euros: u64| text(Language::En, Message::GrantAtMost(Cents::of_euros(euros))).into_owned();
    let euros = |euros: u64| text(Language::En, Message::GrantIs(Cents::of_euros(euros))).into_owned();
    match *allowed {
        Grant::Caps(ref caps) => listed(caps, |cap: &Cap| format!("{} for {} months", most(cap.at_most), cap.months)),
        Grant::OneOf(ref sums) => sums.iter().map(|sum| euros(*sum)).collect::<Vec<_>>().join(" or "),
        Grant::Range { from, to } => format!("{} to {}", euros(from), euros(to)),
        Grant::PerMonth { each, at_most } => format!("{} a month, {} in all", most(each), most(at_most)),
    }
}

fn one_of(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(" or ")
}

fn from_the_pool(said: &Said<'_>, pool: &PoolCompletion) -> Vec<String> {
    match &pool.alone {
        PoolAdditions::Enough => Vec::new(),
        PoolAdditions::Never => vec!["the whole pool would not be enough".to_owned()],
        PoolAdditions::Open(requirements) => vec![format!("facts that are not stated decide {}", said.requirements(requirements))],
        PoolAdditions::TooMuch(much) => vec![too_much(*much)],
        PoolAdditions::Sets { number, ways, first } => {
            let ways = match ways {
                1 => "in one way".to_owned(),
                &u128::MAX => "in very many ways".to_owned(),
                ways => format!("in {ways} ways"),
            };
            let mut lines = vec![format!("{}, {ways}", organisations(*number))];
            lines.extend(first.iter().map(|set| together(said, set)));
            lines
        }
    }
}

fn together(said: &Said<'_>, places: &[u32]) -> String {
    places.iter().map(|place| said.waiting(*place)).collect::<Vec<_>>().join(" + ")
}

/// Worth saying where the pool alone is not enough, or needs more organisations.
fn mixed(said: &Said<'_>, pool: &PoolCompletion) -> Vec<String> {
    let Some((join, seats)) = &pool.mixed else { return Vec::new() };
    let mut lines = vec![format!("{}, and besides", together(said, join))];
    lines.extend(seats_lines(said, seats));
    lines
}
