//! The planner's answers as text for people: what is missing, what if somebody withdraws, what is still to be done, and
//! which call suits.

pub(super) mod calls;
mod missing;
mod to_do;
mod withdrawing;

use super::checked::Checked;
use super::prose;
use allians::calls::{CallFile, SHIPPED};
use allians::wire::AdviceRequest;
use std::io::{self, Write};

/// How many of a long list are named.
const MOST_NAMED: usize = 10;

/// What a heading has below it: for each label some lines.
type Sections = Vec<(&'static str, Vec<String>)>;

/// Writes all advice about a plan, below its findings. What there is nothing to say of is left out.
pub(super) fn write(checked: &Checked, out: &mut impl Write) -> io::Result<()> {
    let asked = checked.asked();
    let said = Said { checked, asked: &asked };
    writeln!(out, " Advice")?;
    let all = [missing::sections(&said), withdrawing::sections(&said), to_do::sections(&said)];
    for (mut label, lines) in all.into_iter().flatten() {
        for line in lines {
            writeln!(out, "  {label:<14}  {line}")?;
            label = "";
        }
    }
    Ok(())
}

/// A plan that advice is given on, and the names in it.
struct Said<'a> {
    checked: &'a Checked,
    asked: &'a AdviceRequest<'a>,
}

impl Said<'_> {
    /// The file of the call that is asked about, for its texts.
    fn file(&self) -> Option<&CallFile> {
        let shipped = || SHIPPED.iter().find(|file| *file.id == *self.asked.call.id());
        Some(&self.checked.file).filter(|file| *file.id == *self.asked.call.id()).or_else(shipped).map(|file| &**file)
    }

    fn member(&self, place: u32) -> String {
        prose::name(self.checked, place).to_owned()
    }

    fn waiting(&self, place: u32) -> String {
        self.asked.pool().get(place as usize).map_or("", |organisation| prose::name_of(organisation)).to_owned()
    }

    fn members(&self, places: &[u32]) -> String {
        listed(places, |place| self.member(*place))
    }

    fn requirements(&self, places: &[usize]) -> String {
        let ids: Vec<String> = places.iter().map(|place| self.asked.requirement(*place).to_string()).collect();
        ids.join(", ")
    }
}

/// The first of a list, and how many more there are.
fn listed<T>(all: &[T], name: impl Fn(&T) -> String) -> String {
    let named: Vec<String> = all.iter().take(MOST_NAMED).map(name).collect();
    let named = named.join(", ");
    more(all.len()).map_or(named.clone(), |more| format!("{named} {more}"))
}

/// The first of many lines, and how many more there are.
fn first<T>(all: &[T], line: impl FnMut(&T) -> String) -> Vec<String> {
    all.iter().take(MOST_NAMED).map(line).chain(more(all.len())).collect()
}

fn more(all: usize) -> Option<String> {
    all.checked_sub(MOST_NAMED).filter(|more| *more > 0).map(|more| format!("and {more} more"))
}

fn organisations(number: u32) -> String {
    if number == 1 { "1 organisation".to_owned() } else { format!("{number} organisations") }
}
