//! From the form in which authors write a call to the one that the door reads: classes that are named are put in.

use serde_json::Value;

/// Puts in the classes that a call names, with those that they are the complement of before them, and the territories overseas.
/// Where there is no class of a name, gives the name.
pub fn with_classes(file: &mut Value, classes: &Value) -> Result<(), String> {
    let known = classes.get("class").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(named) = file.get_mut("classes").and_then(Value::as_array_mut) else { return Ok(()) };
    let mut taken = false;
    for class in named {
        let Some(name) = class.as_str().map(str::to_owned) else { continue };
        let found = known.iter().find(|known| known.get("name").and_then(Value::as_str) == Some(&name));
        *class = found.cloned().ok_or(name)?;
        taken = true;
    }
    if let (true, Some(file), Some(territories)) = (taken, file.as_object_mut(), classes.get("territory")) {
        file.entry("territory").or_insert_with(|| territories.clone());
    }
    Ok(())
}
