//! A plan kept ready for many checks, as a page does between two drags.

use super::api::{is_given, plan_of, reading_of, thrown};
use super::to_js::{object, report};
use crate::browser::node::Js;
use crate::engine::{Call, Consortium, Member, Organisation, Reading, Role, evaluate, statuses};
use crate::plan::{Plan, amount};
use crate::source::{Fault, Node, Problem, number, text, word};
use crate::wire::{Refusal, StatusesOut};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// A plan kept ready for many checks. Give it back with `free()` (or `using`) when it is no longer needed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Checker {
    plan: Plan,
    call: Arc<Call>,
    by_id: BTreeMap<Rc<str>, Rc<Organisation>>,
    consortium: Consortium,
}

#[wasm_bindgen]
impl Checker {
    /// Reads a plan once.
    ///
    /// @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Plan")] plan: &JsValue) -> Result<Checker, JsValue> {
        let (plan, (_, call)) = plan_of(plan).map_err(|refusal| thrown(&refusal))?;
        let by_id = plan.organisations.iter().map(|organisation| (organisation.id.clone(), Rc::clone(organisation))).collect();
        let consortium = plan.consortium();
        Ok(Checker { plan, call, by_id, consortium })
    }

    /// The full report, as `check` gives it.
    ///
    /// @throws {AlliansError} `wrong` (a reading that there is not)
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(&self, #[wasm_bindgen(unchecked_optional_param_type = "Reading")] reading: &JsValue) -> Result<JsValue, JsValue> {
        let reading = reading_argument(reading)?;
        Ok(report(&self.call, &self.plan, &evaluate(&self.call, &self.consortium, reading)))
    }

    /// The verdict and every status, without who counts and why: much less work.
    ///
    /// @throws {AlliansError} `wrong` (a reading that there is not)
    #[wasm_bindgen(unchecked_return_type = "Statuses")]
    pub fn statuses(&self, #[wasm_bindgen(unchecked_optional_param_type = "Reading")] reading: &JsValue) -> Result<JsValue, JsValue> {
        let reading = reading_argument(reading)?;
        let (verdict, statuses) = statuses(&self.call, &self.consortium, reading);
        Ok(object(&StatusesOut::new(&self.call, reading, verdict, &statuses)))
    }

    /// Sets the duration; `null` for not stated.
    ///
    /// @throws {AlliansError} `wrong`
    #[wasm_bindgen(js_name = setDuration)]
    pub fn set_duration(&mut self, #[wasm_bindgen(unchecked_param_type = "number | null")] months: &JsValue) -> Result<(), JsValue> {
        self.plan.project.duration_months = value_or_null(months, "months", number)?;
        self.consortium.project.duration_months = self.plan.project.duration_months;
        Ok(())
    }

    /// Sets the grant; `null` for not stated.
    ///
    /// @throws {AlliansError} `wrong`
    #[wasm_bindgen(js_name = setGrant)]
    pub fn set_grant(&mut self, #[wasm_bindgen(unchecked_param_type = "number | null")] eur: &JsValue) -> Result<(), JsValue> {
        self.plan.project.grant = value_or_null(eur, "eur", amount)?;
        self.consortium.project.grant = self.plan.project.grant;
        Ok(())
    }

    /// Takes an organisation of the plan into the consortium, last, or changes the role of one that is in it.
    /// An affiliated entity is given with the organisation that it is affiliated to.
    ///
    /// @throws {AlliansError} `wrong`
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] organisation: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Role")] role: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] of: &JsValue,
    ) -> Result<(), JsValue> {
        let member = self.member(organisation, role, of).map_err(|problem| thrown(&problem.into()))?;
        match self.plan.members.iter_mut().find(|other| other.organisation.id == member.organisation.id) {
            Some(other) => *other = member,
            None => self.plan.members.push(member),
        }
        self.consortium = self.plan.consortium();
        Ok(())
    }

    /// Takes an organisation out of the consortium. Says whether it was in it.
    ///
    /// @throws {AlliansError} `wrong`
    pub fn remove(&mut self, #[wasm_bindgen(unchecked_param_type = "string")] organisation: &JsValue) -> Result<bool, JsValue> {
        let organisation = self.named(organisation, "organisation").map_err(|problem| thrown(&problem.into()))?;
        let before = self.plan.members.len();
        self.plan.members.retain(|member| member.organisation.id != organisation.id);
        let removed = self.plan.members.len() < before;
        if removed {
            self.consortium = self.plan.consortium();
        }
        Ok(removed)
    }
}

impl Checker {
    fn member(&self, organisation: &JsValue, role: &JsValue, of: &JsValue) -> Result<Member, Problem> {
        let organisation = self.named(organisation, "organisation")?;
        let role = if is_given(role) {
            word(&Js(role.clone()), Role::ALL, Role::as_str).map_err(|problem| problem.in_field("role"))?
        } else {
            Role::default()
        };
        let affiliated_to = match role {
            Role::Affiliated if !is_given(of) => return Err(Problem::from(Fault::Missing).in_field("of")),
            Role::Affiliated => Some(self.named(of, "of")?.id.clone()),
            Role::Applicant | Role::Partner | Role::Associated => None,
        };
        if affiliated_to.as_ref() == Some(&organisation.id) {
            return Err(Problem::from(Fault::NotFound { id: organisation.id.to_string() }).in_field("of"));
        }
        Ok(Member { organisation, role, affiliated_to })
    }

    fn named(&self, id: &JsValue, argument: &str) -> Result<Rc<Organisation>, Problem> {
        let find = || {
            let id = Js(id.clone());
            let id = text(&id)?;
            self.by_id.get(&*id).cloned().ok_or_else(|| Problem::from(Fault::NotFound { id: id.into_owned() }))
        };
        find().map_err(|problem: Problem| problem.in_field(argument))
    }
}

fn reading_argument(reading: &JsValue) -> Result<Reading, JsValue> {
    if !is_given(reading) {
        return Ok(Reading::default());
    }
    reading_of(&Js(reading.clone())).map_err(|problem| thrown(&Refusal::from(problem.in_field("reading"))))
}

fn value_or_null<T>(value: &JsValue, argument: &str, read: fn(&Js) -> Result<T, Problem>) -> Result<Option<T>, JsValue> {
    let value = Js(value.clone());
    if value.is_null() {
        return Ok(None);
    }
    read(&value).map(Some).map_err(|problem| thrown(&Refusal::from(problem.in_field(argument))))
}
