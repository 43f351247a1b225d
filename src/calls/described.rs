//! The structs of a call file with their fields, once, for writing and reading bytes (`pack`).

/// Hands all of them to a macro.
macro_rules! described {
    ($with:ident) => {
        $with! {
            Localised { sv, fi, en }
            Document { id, title, address, language, confidence }
            Source { document, sentence }
            Activity { id, title, sentence }
            ClassEdition { years, countries, planned, note }
            ClassFile { name, title, members }
            When { years, variants }
            Variant { id, title }
            NotKnown { id, text, when }
            RequirementFile { requirement, title, explanation, readings, sources, when, mark }
            Requirement { id, severity, rule, lenient }
            CallFile { id, title, years, address, checked, variants, classes, territories, documents, activities, requirements, not_known, own_text }
            ListedCall { id, title, years, variants, file }
            Selector { roles, kinds, class, attribute }
            CountryNeed { kinds, at_least }
            Count { of, at_least }
            AtMost { of, at_most }
            Countries { of, at_least }
            ExactCountries { of, exactly }
            EachCountry { of, needs }
            Compare { of, against, times }
            Coordinator { of }
            Only { of, allowed, outcome }
            EveryMember { of, fact, outcome }
            Cap { months, at_most }
            Activities { any_of }
        }
    };
}
pub(crate) use described;
