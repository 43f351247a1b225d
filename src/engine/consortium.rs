//! The members with their roles, and the facts of the project.

use super::organisation::words;
use super::{Attribute, Attributes, Cents, Commitment, Country, Organisation, OrganisationKind};
use std::rc::Rc;

/// What a member is in the project.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Role {
    /// Applies for all and coordinates (P1).
    Applicant,
    /// Full partner.
    #[default]
    Partner,
    /// Affiliated entity: legally or financially linked to a partner, so not independent of it.
    Affiliated,
    /// Associated partner: contributes, without contract or funding.
    Associated,
}

words!(Role { Applicant = "applicant", Partner = "partner", Affiliated = "affiliated", Associated = "associated" });

/// A set of roles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoleSet(u8);

impl RoleSet {
    /// A set by its bits, for tables in the program: the first role of [`Role::ALL`] is bit 0.
    pub const fn of_bits(bits: u8) -> RoleSet {
        RoleSet(bits)
    }

    /// The set's bits.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The applicant and the full partners: who counts where a call does not say otherwise.
    pub const FULL_PARTNERS: RoleSet = RoleSet(1 << Role::Applicant as u8 | 1 << Role::Partner as u8);

    /// Every role.
    pub const ALL: RoleSet = RoleSet(15);

    /// Whether the role is in the set.
    pub fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> RoleSet {
        RoleSet(roles.into_iter().fold(0, |bits, role| bits | 1 << role as u8))
    }
}

/// An organisation in the consortium.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Who.
    pub organisation: Rc<Organisation>,
    /// As what.
    pub role: Role,
    /// Of an affiliated entity: the id of the organisation it is affiliated to.
    pub affiliated_to: Option<Rc<str>>,
}

/// The facts of the project that requirements ask for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Project {
    /// Months; `None` = not stated.
    pub duration_months: Option<u32>,
    /// The grant that is asked for; `None` = not stated.
    pub grant: Option<Cents>,
    /// Ids of the activities that the project chose from the call's list.
    pub activities: Vec<Rc<str>>,
}

/// What the rules see of a member. Members whom they cannot tell apart are weighed once, however many there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Profile {
    pub(crate) country: Option<Country>,
    pub(crate) kind: Option<OrganisationKind>,
    pub(crate) charter: Option<bool>,
    pub(crate) attributes: Attributes,
    pub(crate) role: Role,
    pub(crate) added_value: bool,
    pub(crate) committed: bool,
}

impl Profile {
    pub(crate) fn of(member: &Member) -> Profile {
        let Organisation { kind, country, charter, attributes, .. } = *member.organisation;
        let added_value = !member.organisation.added_value.is_empty();
        Profile {
            role: member.role,
            kind,
            country,
            charter,
            attributes,
            added_value,
            committed: member.organisation.commitment == Commitment::Confirmed,
        }
    }

    /// A number that only equal profiles share: each field has bits of its own, as many as it can ever need (`ROOM`).
    pub(crate) fn key(&self) -> u64 {
        let country = self.country.map_or(0, |country| country.bit() as u64 + 1);
        let kind = self.kind.map_or(0, |kind| kind as u64 + 1);
        let charter = self.charter.map_or(0, |charter| u64::from(charter) + 1);
        let fields = [
            (charter, 2),
            (self.role as u64, 2),
            (u64::from(self.added_value), 1),
            (u64::from(self.committed), 1),
            (kind, ROOM.kind),
            (u64::from(self.attributes.key()), ROOM.attributes),
        ];
        fields.into_iter().fold(country, |key, (field, bits)| key << bits | field)
    }
}

/// The bits that kinds and attributes take in the key of a profile.
struct Room {
    kind: u32,
    attributes: u32,
}

const ROOM: Room = Room { kind: 8, attributes: 16 };

// A kind, a role or an attribute too many must stop the build, and not make two profiles look the same.
const _: () = {
    assert!(OrganisationKind::ALL.len() < 1 << ROOM.kind && OrganisationKind::ALL.len() <= 16, "KindSet has sixteen bits");
    assert!(Attribute::ALL.len() * 2 <= ROOM.attributes as usize, "Attributes has eight bits for each answer");
    assert!(Role::ALL.len() <= 4, "a role has two bits in the key of a profile");
};

/// A profile with its multiplicity: how many members have it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProfileCount {
    pub(crate) profile: Profile,
    pub(crate) members: u32,
    /// Those of them who are in no legal group.
    pub(crate) alone: u32,
}

/// A member's place, its profile's place among [`Consortium::alike`], and its legal group's number, if it is in one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemberRef {
    pub(crate) place: u32,
    pub(crate) profile: u32,
    pub(crate) group: Option<u32>,
}

/// The members, with legal groups already merged into independent units, and the project.
#[derive(Clone, Debug)]
pub struct Consortium {
    members: Vec<Member>,
    member_refs: Vec<MemberRef>,
    alike: Vec<ProfileCount>,
    grouped: Vec<MemberRef>,
    groups: usize,
    /// The facts of the project.
    pub project: Project,
}

impl Consortium {
    /// Merges legal groups once, so that every requirement counts the same independent organisations.
    pub fn new(members: Vec<Member>, project: Project) -> Consortium {
        let groups = groups(&members);
        let (mut alike, numbers) = alike(&members);
        let mut member_refs = Vec::with_capacity(members.len());
        for ((place, member), profile) in (0..).zip(&members).zip(numbers) {
            let group = group(member).and_then(|group| groups.binary_search(&group).ok()).map(|number| number as u32);
            if let Some(alike) = alike.get_mut(profile as usize) {
                alike.members += 1;
                alike.alone += u32::from(group.is_none());
            }
            member_refs.push(MemberRef { place, profile, group });
        }
        let mut grouped: Vec<MemberRef> = member_refs.iter().filter(|seat| seat.group.is_some()).copied().collect();
        grouped.sort_by_key(|seat| {
            (seat.group, members.get(seat.place as usize).map(|member| (member.role != Role::Applicant, &member.organisation.id)))
        });
        let groups = groups.len();
        Consortium { members, member_refs, alike, grouped, groups, project }
    }

    /// The members, in the order given.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The members, in the order given.
    pub(crate) fn member_refs(&self) -> &[MemberRef] {
        &self.member_refs
    }

    /// The members of legal groups, group by group. In each the one who stands for it if it counts comes first:
    /// the applicant, else the one with the smallest id, so that the order given never matters.
    pub(crate) fn grouped(&self) -> &[MemberRef] {
        &self.grouped
    }

    /// How many legal groups there are.
    pub(crate) fn groups(&self) -> usize {
        self.groups
    }

    /// The profiles, each with how many members have it.
    pub(crate) fn alike(&self) -> &[ProfileCount] {
        &self.alike
    }
}

/// The profiles of the members, and for each member the number of its own.
fn alike(members: &[Member]) -> (Vec<ProfileCount>, Vec<u32>) {
    let mut order: Vec<(u64, u32)> = members.iter().zip(0..).map(|(member, place)| (Profile::of(member).key(), place)).collect();
    order.sort_unstable();
    let mut alike: Vec<ProfileCount> = Vec::new();
    let mut numbers = vec![0; members.len()];
    let mut last = None;
    for (key, place) in order {
        let (Some(number), Some(member)) = (numbers.get_mut(place as usize), members.get(place as usize)) else { continue };
        if last.replace(key) != Some(key) {
            alike.push(ProfileCount { profile: Profile::of(member), members: 0, alone: 0 });
        }
        *number = alike.len() as u32 - 1;
    }
    (alike, numbers)
}

/// The legal group that a member is in, if any.
pub(crate) fn group(member: &Member) -> Option<&str> {
    member.organisation.group.as_deref().filter(|group| !group.is_empty())
}

/// The legal groups, in order of their names, so that the order of the members never matters.
fn groups(members: &[Member]) -> Vec<&str> {
    let mut groups: Vec<&str> = members.iter().filter_map(group).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_profiles_have_one_key() {
        let some = |stated: &[Option<bool>], at: usize| stated.get(at % 3).copied().flatten();
        let stated = [None, Some(true), Some(false)];
        let mut profiles = Vec::new();
        for country in [None, Country::parse("AD"), Country::parse("ZW")] {
            for kind in [None].into_iter().chain(OrganisationKind::ALL.iter().copied().map(Some)) {
                for role in Role::ALL.iter().copied() {
                    for attributes in 0..3_usize.pow(Attribute::ALL.len() as u32) {
                        let (mut rest, mut all) = (attributes, Attributes::default());
                        for attribute in Attribute::ALL {
                            all = all.with(*attribute, some(&stated, rest));
                            rest /= 3;
                        }
                        let (charter, shown) = (some(&stated, attributes), attributes % 4);
                        let (added_value, committed) = (shown & 1 == 1, shown & 2 == 2);
                        profiles.push(Profile { country, kind, charter, attributes: all, role, added_value, committed });
                    }
                }
            }
        }
        let keys: std::collections::BTreeSet<u64> = profiles.iter().map(Profile::key).collect();
        assert_eq!(keys.len(), profiles.len());
    }
}
