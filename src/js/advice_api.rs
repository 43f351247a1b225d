//! The planner's answers as data.

use super::api::{options_of, plan_of, reading_of, thrown};
use super::to_js::object;
use crate::browser::node::Js;
use crate::calls::SHIPPED;
use crate::engine::{Call, Reading};
use crate::plan::Plan;
use crate::source::{Fields, Problem, number};
use crate::wire::{AdviceRequest, ChecklistOut, ComparisonOut, CompletionOut, MOST_SETS, Refusal, SETS, WithdrawalsOut};
use std::sync::Arc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("advice.d.ts");

/// What is missing until every mandatory requirement is met: the fewest organisations, whoever they are and from the pool, and
/// what no organisation can mend. The pool is the organisations of the plan that are no members.
///
/// @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
#[wasm_bindgen(unchecked_return_type = "Completion")]
pub fn complete(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CompleteOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let read = |fields: &mut Fields<'_, Js>| {
        Ok(Options { reading: reading(fields)?, most: fields.optional("most", number)?.unwrap_or(SETS as u32) as usize })
    };
    answer(plan, options, read, |asked, options| object(&CompletionOut::of(asked, options.most)))
}

/// What falls if members withdraw, and who of the pool could come in. The pool is the organisations of the plan that are no members.
///
/// @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
#[wasm_bindgen(unchecked_return_type = "Withdrawals")]
pub fn withdrawals(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    answer(plan, options, only_reading, |asked, _| object(&WithdrawalsOut::of(asked)))
}

/// What is still to be done: to show, to answer and to confirm; who may lead; and what would turn each requirement.
///
/// @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
#[wasm_bindgen(unchecked_return_type = "Checklist")]
pub fn checklist(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    answer(plan, options, only_reading, |asked, _| object(&ChecklistOut::of(asked)))
}

/// Which call suits: what each call of the package makes of the plan in its latest year, in every variant, the nearest first.
///
/// @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    answer(plan, options, only_reading, |asked, _| {
        let calls: Vec<Call> = SHIPPED.iter().flat_map(|file| file.latest()).collect();
        let under = asked.under(&calls);
        object(&ComparisonOut::of(asked, &under))
    })
}

/// How an answer is wanted.
struct Options {
    reading: Reading,
    /// How many sets of the pool are listed.
    most: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options { reading: Reading::default(), most: SETS }
    }
}

type Read = fn(&mut Fields<'_, Js>) -> Result<Options, Problem>;

/// Reads options and plan, in the order in which `check` does, and answers.
fn answer(plan: &JsValue, options: &JsValue, read: Read, say: fn(&AdviceRequest<'_>, &Options) -> JsValue) -> Result<JsValue, JsValue> {
    let asked = || -> Result<(Options, Plan, Arc<Call>), Refusal> {
        let options = options_of(&Js(options.clone()), read)?;
        if options.most > MOST_SETS {
            return Err(Refusal::OptionTooLarge { option: "most", most: MOST_SETS });
        }
        let (plan, (_, call)) = plan_of(plan)?;
        Ok((options, plan, call))
    };
    let (options, plan, call) = asked().map_err(|refusal| thrown(&refusal))?;
    Ok(say(&AdviceRequest::new(&plan.title, &call, &plan, options.reading), &options))
}

fn only_reading(fields: &mut Fields<'_, Js>) -> Result<Options, Problem> {
    Ok(Options { reading: reading(fields)?, ..Options::default() })
}

fn reading(fields: &mut Fields<'_, Js>) -> Result<Reading, Problem> {
    Ok(fields.optional("reading", reading_of)?.unwrap_or_default())
}
