//! `exact_countries`: members from exactly n countries of a class.
//!
//! Every member who counts brings its country, also one that shares its legal group with others: what may not be too many has to be
//! counted without favour.

use super::count::explain;
use super::missing::{self, Matters};
use super::{Answer, Context};
use crate::engine::consortium::ProfileCount;
use crate::engine::{CountrySet, Fit, Measured, Selector, Status};

/// Members from exactly `exactly` countries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExactCountries {
    /// Who counts.
    pub of: Selector,
    /// How many countries there must be.
    pub exactly: u32,
}

impl ExactCountries {
    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        let fits = context.fits(&self.of);
        let all = || context.consortium.alike().iter().zip(&fits);
        let country = |alike: &ProfileCount| alike.profile.country.map(|country| context.call.state_of(country));
        let certain: CountrySet = all().filter(|(_, fit)| **fit == Fit::Yes).filter_map(|(alike, _)| country(alike)).collect();
        let (fewest, most) = self.range(&certain, all().filter(|(_, fit)| !matches!(fit, Fit::No(_))), context);
        let need = self.exactly as usize;
        let status = match () {
            () if need < fewest || need > most => Status::Unmet,
            () if fewest == most => Status::Met,
            () => Status::Unknown,
        };
        let (have, possible) = (certain.len() as u64, most as u64);
        let mut answer = Answer::new(status, Measured::Exactly { have, possible, exactly: u64::from(self.exactly) });
        answer.countries = certain.iter().collect();
        if context.explain {
            explain(&fits, &vec![None; context.consortium.groups()], context, &mut answer);
            let matters = Matters { kind: false, country: true };
            answer.wait_for(|answer| missing::of_selectors(context, answer, &[&self.of], matters));
        }
        answer
    }

    /// The fewest and the most countries, whatever the facts that are not stated. Every number between them can come out too.
    fn range<'a>(
        &self,
        certain: &CountrySet,
        members: impl Iterator<Item = (&'a ProfileCount, &'a Fit)>,
        context: Context<'_>,
    ) -> (usize, usize) {
        let (mut choices, mut named, mut somewhere) = (Vec::new(), *certain, false);
        for (alike, fit) in members {
            match (alike.profile.country, fit) {
                (Some(country), _) => named.insert(context.call.state_of(country)),
                (None, fit) => {
                    let open = self.of.open_countries(context.call, context.exclusions, &alike.profile);
                    choices.extend(std::iter::repeat_n(open, (alike.members as usize).min(open.len())));
                    somewhere |= *fit == Fit::Yes;
                }
            }
        }
        let most = super::covered(named, choices).len();
        (certain.len().max(usize::from(somewhere)), most)
    }
}
