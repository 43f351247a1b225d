//! What falls if members withdraw, as text, and who of the pool could come in.

use super::{Said, Sections, first, listed, organisations};
use allians::advice::{Pair, Withdrawals, dispensable, lean, substitutes, withdrawals};

pub(super) fn sections(said: &Said<'_>) -> Sections {
    let asked = said.asked;
    let (call, members, project, reading) = (asked.call, asked.members(), asked.project(), asked.reading);
    let found = withdrawals(call, members, project, reading);
    let together = lean(call, members, project, reading);
    let alone_harmless = dispensable(call, members, project, reading);
    let mut may_leave = Vec::new();
    if !alone_harmless.is_empty() {
        may_leave.push(format!("one of {}", said.members(&alone_harmless)));
    }
    if together.members.len() > 1 {
        let perhaps = if together.exact { "" } else { "; another choice may let more leave" };
        may_leave.push(format!("all of {}{perhaps}", said.members(&together.members)));
    }
    vec![
        ("if one leaves", alone(said, &found)),
        ("if two leave", first(&found.pairs, |pair| of_pair(said, pair))),
        ("whoever leaves", any(&found)),
        ("may leave", may_leave),
    ]
}

fn alone(said: &Said<'_>, found: &Withdrawals) -> Vec<String> {
    let breaking: Vec<(u32, &Vec<usize>)> = (0..).zip(&found.alone).filter(|(_, breaks)| !breaks.is_empty()).collect();
    first(&breaking, |(place, breaks)| {
        let asked = said.asked;
        let instead = substitutes(asked.call, asked.members(), asked.project(), asked.pool(), *place, asked.reading);
        // Those that mend all, if there are any, else those that mend most.
        let left = instead.first().map_or(0, |best| best.broken.len());
        let best: Vec<_> = instead.iter().take_while(|substitute| substitute.broken.len() == left).collect();
        let names = listed(&best, |substitute| said.waiting(substitute.organisation));
        let instead = match best.first() {
            None => String::new(),
            Some(best) if best.broken.is_empty() => format!("; in its stead {names}"),
            Some(_) => format!("; in its stead in part {names}"),
        };
        format!("{}: {}{instead}", said.member(*place), said.requirements(breaks))
    })
}

fn of_pair(said: &Said<'_>, pair: &Pair) -> String {
    format!("{} and {}: {}", said.member(pair.one), said.member(pair.other), said.requirements(&pair.breaks))
}

fn any(found: &Withdrawals) -> Vec<String> {
    let Some(any) = found.any else { return Vec::new() };
    let least = if found.any_is_exact { "" } else { "at least " };
    vec![match any {
        0 => "one may be too many".to_owned(),
        any => format!("{least}{} may leave; if it is the applicant, another takes over", organisations(any)),
    }]
}
