//! The smallest change of each requirement, word for word.

use super::boards::plan;
use super::sheet;
use crate::support::none_failed;
use allians::engine::Cents;
use allians::i18n::Language;
use allians::plan::Plan;

struct Row {
    name: &'static str,
    plan: fn() -> Plan,
    said: [&'static [&'static str]; 3],
}

#[test]
fn flips_say_word_for_word() {
    let mut failures = Vec::new();
    for row in ROWS {
        for (language, said) in Language::ALL.iter().zip(row.said) {
            let found: Vec<String> = sheet(&(row.plan)(), *language)
                .tipping_points
                .into_iter()
                .map(|(requirement, sentence)| format!("{requirement}: {sentence}"))
                .collect();
            if found != said {
                failures.push(format!("{} ({})\n{:#?}", row.name, language.as_str(), found));
            }
        }
    }
    none_failed(&failures);
}

const ROWS: &[Row] = &[
    Row {
        name: "little is there, and too much is asked for",
        plan: || {
            let mut plan = plan(&["A | hei FI partner", "B | enterprise", "C | hei GH partner", "D | SE partner"], Some(24));
            plan.project.grant = Some(Cents::of_euros(800_000));
            plan.project.activities = vec!["curricula".into()];
            plan
        },
        said: [
            &[
                "organisations: Fyra till räcker, var och en av dem en organisation från valfritt programland.",
                "programme-countries: En till räcker: en organisation från ett nytt programland.",
                "higher-education-institutions: Uppgifterna om de här avgör: D.",
                "enterprises: Två till räcker, var och en av dem ett företag från valfritt programland.",
                "applicant: Uppfylls av en sökande bland: A och D.",
                "duration: Uppfylls av 2 år eller 3 år, inte av någon annan längd.",
                "grant: Uppfylls av högst 700\u{a0}000 euro, det vill säga 100\u{a0}000 euro mindre. Bidraget ryms om projektet pågår i 3 år.",
                "added-value: Mervärde behöver visas: C.",
                "charter: Erasmusstadga (ECHE) behöver visas: A och D.",
                "commitment: Engagemang behöver visas: A, C och D.",
                "activities: Faller om ingen verksamhet i listan längre är vald.",
                "lasting-effects: Det här kan bara en människa bedöma.",
                "mutual-benefit: Det här kan bara en människa bedöma.",
            ],
            &[
                "organisations: Neljä lisää riittää, kukin niistä organisaatio (mikä tahansa ohjelmamaa).",
                "programme-countries: Yksi lisää riittää: organisaatio (uusi ohjelmamaa).",
                "higher-education-institutions: Näiden tiedot ratkaisevat: D.",
                "enterprises: Kaksi lisää riittää, kukin niistä yritys (mikä tahansa ohjelmamaa).",
                "applicant: Täyttyy, kun hakija on jokin näistä: A ja D.",
                "duration: Täyttyy, kun kesto on 2 vuotta tai 3 vuotta, ei muulloin.",
                "grant: Täyttyy, kun avustus on enintään 700\u{a0}000 euroa, eli 100\u{a0}000 euroa vähemmän. Avustus mahtuu rajoihin, kun kesto on 3 vuotta.",
                "added-value: Lisäarvo on vielä osoitettava: C.",
                "charter: Erasmus-peruskirja (ECHE) on vielä osoitettava: A ja D.",
                "commitment: Sitoutuminen on vielä osoitettava: A, C ja D.",
                "activities: Ei täyty, jos luettelosta ei enää ole valittu mitään.",
                "lasting-effects: Tämän voi arvioida vain ihminen.",
                "mutual-benefit: Tämän voi arvioida vain ihminen.",
            ],
            &[
                "organisations: Four more are enough, each of them an organisation from any programme country.",
                "programme-countries: One more is enough: an organisation from a new programme country.",
                "higher-education-institutions: The facts about these decide: D.",
                "enterprises: Two more are enough, each of them an enterprise from any programme country.",
                "applicant: Is met by an applicant among: A and D.",
                "duration: Is met by 2 years or 3 years, and by no other duration.",
                "grant: Is met by at most EUR 700,000, that is EUR 100,000 less. The grant fits if the project lasts 3 years.",
                "added-value: Added value still has to be shown: C.",
                "charter: Erasmus Charter (ECHE) still has to be shown: A and D.",
                "commitment: Commitment still has to be shown: A, C and D.",
                "activities: Fails if no activity of the list is chosen any more.",
                "lasting-effects: Only a person can judge this.",
                "mutual-benefit: Only a person can judge this.",
            ],
        ],
    },
    Row {
        name: "everything is met with room",
        plan: || {
            let mut plan = plan(
                &[
                    "A | hei FI applicant confirmed eche=yes",
                    "B | hei SE partner confirmed eche=yes",
                    "C | hei DE partner confirmed eche=yes",
                    "D | enterprise FI partner confirmed",
                    "E | enterprise PT partner confirmed",
                    "F | association EE partner confirmed",
                    "G | association SE partner confirmed",
                ],
                Some(36),
            );
            plan.project.grant = Some(Cents::of_euros(950_000));
            plan
        },
        said: [
            &[
                "organisations: Kan falla först om två av dem som räknas lämnar.",
                "programme-countries: Kan falla först om tre av dem som räknas lämnar.",
                "higher-education-institutions: Kan falla först om två av dem som räknas lämnar.",
                "enterprises: Kan falla om en enda av dem som räknas lämnar.",
                "applicant: Faller om ingen eller fler än en är sökande, eller någon som inte får vara det.",
                "duration: Uppfylls av 2 år eller 3 år, inte av någon annan längd.",
                "grant: Håller med upp till 50\u{a0}000 euro till.",
                "charter: Håller så länge ingen saknar det här: Erasmusstadga (ECHE).",
                "commitment: Håller så länge ingen saknar det här: Engagemang.",
                "activities: Uppfylls när en av de fyra verksamheterna i listan är vald.",
                "lasting-effects: Det här kan bara en människa bedöma.",
                "mutual-benefit: Det här kan bara en människa bedöma.",
            ],
            &[
                "organisations: Voi jäädä täyttymättä vasta, kun laskettavista jää pois kaksi.",
                "programme-countries: Voi jäädä täyttymättä vasta, kun laskettavista jää pois kolme.",
                "higher-education-institutions: Voi jäädä täyttymättä vasta, kun laskettavista jää pois kaksi.",
                "enterprises: Voi jäädä täyttymättä, jos yksikin laskettavista jää pois.",
                "applicant: Ei täyty, jos hakijoita ei ole tai on useampi kuin yksi tai jos hakija ei voi olla hakija.",
                "duration: Täyttyy, kun kesto on 2 vuotta tai 3 vuotta, ei muulloin.",
                "grant: Täyttyy, vaikka avustukseen lisättäisiin 50\u{a0}000 euroa.",
                "charter: Täyttyy niin kauan kuin tämä ei puutu yhdeltäkään: Erasmus-peruskirja (ECHE).",
                "commitment: Täyttyy niin kauan kuin tämä ei puutu yhdeltäkään: Sitoutuminen.",
                "activities: Täyttyy, kun yksi luettelon 4 toiminnosta on valittu.",
                "lasting-effects: Tämän voi arvioida vain ihminen.",
                "mutual-benefit: Tämän voi arvioida vain ihminen.",
            ],
            &[
                "organisations: May fail only once two of those who count leave.",
                "programme-countries: May fail only once three of those who count leave.",
                "higher-education-institutions: May fail only once two of those who count leave.",
                "enterprises: May fail if a single one of those who count leaves.",
                "applicant: Fails if nobody or more than one is the applicant, or somebody who may not be.",
                "duration: Is met by 2 years or 3 years, and by no other duration.",
                "grant: Holds with up to EUR 50,000 more.",
                "charter: Holds as long as nobody lacks this: Erasmus Charter (ECHE).",
                "commitment: Holds as long as nobody lacks this: Commitment.",
                "activities: Is met once one of the four activities of the list is chosen.",
                "lasting-effects: Only a person can judge this.",
                "mutual-benefit: Only a person can judge this.",
            ],
        ],
    },
];
