//! `coordinator`: exactly one applicant, and who may be it.

use super::{Answer, Context, missing};
use crate::engine::consortium::ProfileCount;
use crate::engine::{Fit, LeftOut, Measure, Role, Selector};

/// Exactly one applicant, who fits the selector.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Coordinator {
    /// Who may be the applicant.
    pub of: Selector,
}

impl Coordinator {
    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        let applicants: Vec<&ProfileCount> =
            context.consortium.alike().iter().filter(|alike| alike.profile.role == Role::Applicant).collect();
        let fit = match applicants.as_slice() {
            [ProfileCount { profile, members: 1, .. }] => self.of.fit_counted(context.call, context.exclusions, profile),
            _ => Fit::No(LeftOut::SeveralApplicants),
        };
        let (have, possible) = match fit {
            Fit::Yes => (1, 1),
            Fit::Maybe(_) => (0, 1),
            Fit::No(_) => (0, 0),
        };
        let mut answer = Answer::at_least(Measure::Organisations, have, possible, 1);
        if !context.explain {
            return answer;
        }
        answer.make_room(have, context);
        for (place, member) in (0..).zip(context.consortium.members()) {
            match (member.role, fit) {
                (Role::Applicant, Fit::Yes) => answer.counted.push(place),
                (Role::Applicant, Fit::Maybe(reason) | Fit::No(reason)) => answer.left_out.push((place, reason)),
                (Role::Partner, _) => answer.left_out.push((place, LeftOut::NotApplicant)),
                (Role::Affiliated, _) => answer.left_out.push((place, LeftOut::Affiliated)),
                (Role::Associated, _) => answer.left_out.push((place, LeftOut::Associated)),
            }
        }
        answer.wait_for(|answer| missing::of_left_out(context, answer, &[&self.of], None));
        answer
    }
}
