//! Consortia in one line a member: `hei FI applicant`, `? DE group=G`, `enterprise GH value="labs"`, `other FI affiliated=m0`.
//!
//! First the kind, then the country (`?` for not stated), then in any order a role, `group=`, `eche=`, `has=`, `lacks=`, `value=`,
//! `experience=`, `commitment=`, `name=`, `id=`. Members are called m0, m1 … by their place where no id is given.

use allians::engine::{Attribute, Commitment, Country, Finding, Lack, LeftOut, Member, Organisation, OrganisationKind, Role};
use allians::engine::{Call, Consortium};
use std::rc::Rc;

/// The members that the lines describe.
pub fn members(lines: &[String]) -> Result<Vec<Member>, String> {
    lines.iter().enumerate().map(|(place, line)| member(place, line).map_err(|fault| format!("member \"{line}\": {fault}"))).collect()
}

/// The members that the lines of a row in the program describe.
pub fn board(lines: &[&str]) -> Vec<Member> {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    members(&lines).unwrap_or_else(|fault| panic!("{fault}"))
}

fn member(place: usize, line: &str) -> Result<Member, String> {
    let mut words = words(line).into_iter();
    let kind = words.next().ok_or("no kind")?;
    let country = words.next().ok_or("no country")?;
    let mut organisation = Organisation { id: Rc::from(format!("m{place}")), ..Organisation::default() };
    organisation.kind = stated(&kind, OrganisationKind::parse)?;
    organisation.country = stated(&country, Country::parse)?;
    let (mut role, mut affiliated_to) = (Role::Partner, None);
    for word in words {
        match word.split_once('=') {
            None => role = Role::parse(&word).ok_or(format!("\"{word}\" is no role"))?,
            Some(("has", word)) => organisation.attributes = organisation.attributes.with(attribute(word)?, Some(true)),
            Some(("lacks", word)) => organisation.attributes = organisation.attributes.with(attribute(word)?, Some(false)),
            Some(("group", group)) => organisation.group = Some(Rc::from(group)),
            Some(("eche", "true")) => organisation.charter = Some(true),
            Some(("eche", "false")) => organisation.charter = Some(false),
            Some(("value", value)) => organisation.added_value = Rc::from(value),
            Some(("experience", experience)) => organisation.experience = Rc::from(experience),
            Some(("commitment", word)) => {
                organisation.commitment = Commitment::parse(word).ok_or(format!("\"{word}\" is no commitment"))?
            }
            Some(("name", name)) => organisation.name = Rc::from(name),
            Some(("id", id)) => organisation.id = Rc::from(id),
            Some(("affiliated", id)) => (role, affiliated_to) = (Role::Affiliated, Some(Rc::from(id))),
            Some((field, _)) => return Err(format!("no field \"{field}\"")),
        }
    }
    Ok(Member { organisation: Rc::new(organisation), role, affiliated_to })
}

fn attribute(word: &str) -> Result<Attribute, String> {
    Attribute::parse(word).ok_or(format!("\"{word}\" is no attribute"))
}

fn stated<T>(word: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    if word == "?" { Ok(None) } else { parse(word).map(Some).ok_or(format!("\"{word}\" is unknown")) }
}

/// Words between spaces; a part in quotation marks may have spaces.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The id of the member at a place.
pub fn id(consortium: &Consortium, place: u32) -> String {
    consortium.members()[place as usize].organisation.id.to_string()
}

/// Who counts for a finding, by id, in order of the ids.
pub fn counted(consortium: &Consortium, finding: &Finding) -> Vec<String> {
    let mut ids: Vec<String> = finding.counted.iter().map(|place| id(consortium, *place)).collect();
    ids.sort();
    ids
}

/// Who does not, each as `m3 same_legal_group m1`, in order of the ids.
pub fn left_out(call: &Call, consortium: &Consortium, finding: &Finding) -> Vec<String> {
    let line = |(place, reason): &(u32, LeftOut)| {
        let about = match reason {
            LeftOut::SameLegalGroup(other) => format!(" {}", id(consortium, *other)),
            LeftOut::OutsideClass(class) => format!(" {}", call.classes()[usize::from(*class)].name),
            LeftOut::OtherKind
            | LeftOut::Associated
            | LeftOut::Affiliated
            | LeftOut::NotStated { .. }
            | LeftOut::NoCharter
            | LeftOut::NotApplicant
            | LeftOut::SeveralApplicants
            | LeftOut::OtherSide
            | LeftOut::NotShown => String::new(),
            LeftOut::NotDecided(class) => format!(" {}", call.classes()[usize::from(*class)].name),
            LeftOut::WithoutAttribute(attribute) | LeftOut::AttributeNotStated(attribute) => format!(" {}", attribute.as_str()),
        };
        format!("{} {}{about}", id(consortium, *place), reason.as_str())
    };
    let mut lines: Vec<String> = finding.left_out.iter().map(line).collect();
    lines.sort();
    lines
}

/// What countries still have to bring, each as `FI 1xenterprise/trade_union`.
pub fn lacking(finding: &Finding) -> Vec<String> {
    let line = |lack: &Lack| {
        let kinds: Vec<&str> = lack.kinds.iter().map(OrganisationKind::as_str).collect();
        format!("{} {}x{}", lack.country.code(), lack.missing, kinds.join("/"))
    };
    finding.measured.lacking().iter().map(line).collect()
}
