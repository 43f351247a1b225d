//! From the form in which authors write a call to the one that validation reads: classes that are named are put in.

use crate::source::{Fault, Problem};
use serde_json::Value;

/// Puts in the classes that a call names, and with them the territories overseas.
/// A name that no class has is refused with its place.
pub fn with_classes(file: &mut Value, classes: &Value) -> Result<(), Problem> {
    let known = classes.get("class").and_then(Value::as_array).cloned().unwrap_or_default();
    let name_of = |class: &Value| class.get("name").and_then(Value::as_str).map(str::to_owned);
    let Some(named) = file.get_mut("classes").and_then(Value::as_array_mut) else { return Ok(()) };
    let mut taken = false;
    for (at, class) in named.iter_mut().enumerate() {
        let Some(found) = class.as_str().map(str::to_owned) else { continue };
        let Some(put) = known.iter().find(|known| name_of(known).as_ref() == Some(&found)) else {
            let fault = Fault::UnknownWord { found, allowed: known.iter().filter_map(name_of).collect() };
            return Err(Problem::from(fault).in_item(at).in_field("classes"));
        };
        *class = put.clone();
        taken = true;
    }
    if let (true, Some(file), Some(territories)) = (taken, file.as_object_mut(), classes.get("territory")) {
        file.entry("territory").or_insert_with(|| territories.clone());
    }
    Ok(())
}
