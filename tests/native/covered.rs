//! That the rows cover what is shipped: every shape of rule is used by a call, and every requirement of every call has a row.

use crate::cases;
use crate::support::none_failed;
use allians::calls::{CallFile, EXAMPLES, SHAPES, SHIPPED};
use std::collections::BTreeSet;
use std::sync::Arc;

fn every_call() -> impl Iterator<Item = &'static Arc<CallFile>> {
    SHIPPED.iter().chain(EXAMPLES.iter())
}

#[test]
fn every_shape_is_used_by_a_call_or_an_example() {
    let requirements = every_call().flat_map(|file| &file.requirements).map(|file| &file.requirement);
    let used: BTreeSet<&str> = requirements
        .flat_map(|requirement| [Some(&requirement.rule), requirement.lenient.as_ref()])
        .flatten()
        .map(|rule| rule.shape())
        .collect();
    assert_eq!(used, SHAPES.iter().copied().collect(), "the shapes that calls use, and those that there are");
}

#[test]
fn every_requirement_of_every_call_has_a_row() {
    let rows = cases::all();
    let asked: BTreeSet<(&str, &str)> = rows.iter().flat_map(|(_, case)| case.asked().map(|id| (case.call_id(), id.as_str()))).collect();
    let mut failures = Vec::new();
    for file in every_call() {
        let ids: BTreeSet<&str> = file.requirements.iter().map(|file| &*file.requirement.id).collect();
        failures.extend(
            ids.into_iter().filter(|id| !asked.contains(&(&*file.id, *id))).map(|id| format!("{}: no row names \"{id}\"", file.id)),
        );
    }
    none_failed(&failures);
}

#[test]
fn every_variant_of_every_call_has_a_row() {
    let rows = cases::all();
    let mut failures = Vec::new();
    for file in every_call() {
        let named = |variant: &str| rows.iter().any(|(_, case)| case.call_id() == &*file.id && case.variant() == Some(variant));
        let without = file.variants.iter().filter(|variant| !named(&variant.id));
        failures.extend(without.map(|variant| format!("{}: no row is of \"{}\"", file.id, variant.id)));
    }
    none_failed(&failures);
}
