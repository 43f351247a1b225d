//! The line below a requirement's title: the few words that say how far it is.

use super::dom;
use super::requirement_row::RequirementRowProps;
use crate::engine::rule::{Duration, Fact};
use crate::engine::{Cents, Lack, Role, Rule, Status};
use crate::i18n::Message;
use crate::i18n::lower;
use yew::AttrValue;

/// The line; empty where the status says all.
pub(super) fn line(props: &RequirementRowProps) -> AttrValue {
    let finding = &props.finding;
    let Some(rule) = props.rule() else { return AttrValue::default() };
    let (have, need) = finding.measured.figures();
    match rule {
        Rule::Count(_) => counted(props, finding.counted.iter().map(|place| props.name(*place))),
        Rule::AtMost(_) => number(props, Message::AtMost { have, need }),
        Rule::ExactCountries(_) => number(props, Message::Exactly { have, need }),
        Rule::Compare(_) => number(props, Message::Against { have, need }),
        Rule::Only(_) => number(props, Message::Allowed { have, need }),
        Rule::EachCountry(_) => joined(finding.measured.lacking().iter().map(|lack| lacks(props, lack))),
        Rule::Countries(_) => counted(props, finding.countries.iter().map(|country| dom::country_name(props.language, *country))),
        Rule::Coordinator(_) => applicant(props),
        Rule::EveryMember(rule) => props.say(every_member(props, rule.fact)),
        Rule::Duration(rule) => {
            // Where the call names its durations there is no field in which anything could be wrong.
            let unread = props.unread.as_ref().filter(|_| matches!(rule, Duration::Range { .. })).map(|_| Message::NotMonths);
            props.say(unread.unwrap_or_else(|| props.project.duration_months.map_or(Message::ChooseDuration, Message::Months)))
        }
        Rule::Grant(_) => {
            let unread = props.unread.as_ref().map(|_| Message::NotANumber);
            let stated = props.say(unread.unwrap_or_else(|| props.project.grant.map_or(Message::NoGrantStated, Message::GrantIs)));
            if need > 0 { joined([stated, props.say(Message::GrantAtMost(Cents::of_euros(need)))]) } else { stated }
        }
        Rule::Activities(_) => props.say(if have == 0 { Message::ChooseActivities } else { Message::ActivitiesChosen(have) }),
        Rule::Judgement => props.say(Message::PersonJudges),
    }
}

/// What is missing; where nothing is, who counts.
fn counted(props: &RequirementRowProps, names: impl Iterator<Item = AttrValue>) -> AttrValue {
    let finding = &props.finding;
    if !matches!(finding.status, Status::Unmet | Status::Unknown) {
        return joined(names);
    }
    let (have, need) = finding.measured.figures();
    let missing = props.say(Message::Lacking(need.saturating_sub(have)));
    let more = finding.measured.possible().saturating_sub(have);
    if more > 0 { joined([missing, props.say(Message::MayCount(more))]) } else { missing }
}

/// Two numbers; nothing where the requirement asks nothing of anybody.
fn number(props: &RequirementRowProps, message: Message<'_>) -> AttrValue {
    if props.finding.status == Status::NotApplicable { AttrValue::default() } else { props.say(message) }
}

/// "Sverige: ett företag saknas".
fn lacks(props: &RequirementRowProps, lack: &Lack) -> AttrValue {
    let mut what = String::new();
    for kind in lack.kinds.iter() {
        what.push_str(if what.is_empty() { "" } else { " / " });
        what.push_str(&lower(&props.say(Message::One(kind))));
    }
    let country = dom::country_name(props.language, lack.country);
    props.say(Message::CountryLacks { country: &country, what: &what })
}

fn joined(parts: impl IntoIterator<Item = AttrValue>) -> AttrValue {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(&part);
    }
    text.into()
}

fn applicant(props: &RequirementRowProps) -> AttrValue {
    if let Some(place) = props.finding.counted.first() {
        return props.name(*place);
    }
    let mut applicants = props.members.iter().filter(|(_, member)| member.role == Role::Applicant);
    match (applicants.next(), applicants.next()) {
        (None, _) => props.say(Message::ChooseApplicant),
        (Some(_), Some(_)) => props.say(Message::OneApplicantOnly),
        (Some((place, _)), None) => {
            let left_out = props.finding.left_out.iter().find(|(other, _)| other == place);
            let because = |(_, reason): &(u32, _)| {
                let of = props.file.outside(*reason, props.language);
                let reason = props.say(Message::reason(*reason, of));
                props.say(Message::LeftOutBecause { name: &props.name(*place), reason: &reason })
            };
            left_out.map_or_else(AttrValue::default, because)
        }
    }
}

fn every_member(props: &RequirementRowProps, fact: Fact) -> Message<'static> {
    let (have, need) = props.finding.measured.figures();
    match (props.finding.status, fact) {
        (Status::NotApplicable, Fact::AddedValue) => Message::NobodyOutside,
        (Status::NotApplicable, Fact::Charter) => Message::NoHei,
        (Status::NotApplicable, Fact::Commitment) => Message::NoMembers,
        (_, Fact::Commitment) => Message::HaveConfirmed { have, need },
        (_, Fact::AddedValue | Fact::Charter) => Message::ShownBy { have, need },
    }
}
