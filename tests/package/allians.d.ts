/* tslint:disable */
/* eslint-disable */
/** A plan as it is saved, exported and shared: see docs/plan-format.md. What is missing or `null` is not stated. */
export interface Plan {
    format: "allians-plan";
    version: number;
    title?: string | null;
    call: string;
    year: number;
    duration_months?: number | null;
    grant_eur?: number | null;
    activities?: readonly string[] | null;
    options?: Record<string, never> | null;
    organisations: readonly Organisation[];
    members?: readonly Member[] | null;
}

export interface Organisation {
    /** Unique in the plan. */
    id: string;
    /** Empty for a seat that is not filled yet. */
    name?: string | null;
    kind?: OrganisationKind | null;
    /** ISO 3166-1 alpha-2; `EL`, `UK` and `XK` are accepted. */
    country?: string | null;
    /** Organisations with the same legal group count as one. */
    group?: string | null;
    /** Whether it holds the Erasmus Charter for Higher Education; presumed where not stated. */
    eche?: boolean | null;
    added_value?: string | null;
    experience?: string | null;
    commitment?: "none" | "asked" | "promised" | "confirmed" | null;
}

export interface Member {
    /** The id of an organisation of the plan. */
    organisation: string;
    /** `partner` if not stated. */
    role?: Role | null;
    /** Of an affiliated entity: the organisation that it is affiliated to. */
    of?: string | null;
}

export type OrganisationKind =
| "hei"
| "enterprise"
| "association"
| "public_body"
| "research_institute"
| "business_intermediary"
| "trade_union"
| "vet_provider"
| "school"
| "teacher_education_provider"
| "accreditation_body"
| "other";
export type Role = "applicant" | "partner" | "affiliated" | "associated";
/** How to read a sentence that allows two readings. */
export type Reading = "strict" | "lenient";
export type Verdict = "met" | "unmet" | "unknown";
/** `unknown`: a fact that is not stated decides. `review`: only a person can judge. */
export type Status = "met" | "unmet" | "unknown" | "review" | "not_applicable";
/** Only `mandatory` decides the verdict. */
export type Severity = "mandatory" | "evidence" | "advisory";

export interface CheckOptions {
    /** `strict` if not given. */
    reading?: Reading | null;
}

export interface Report {
    /** The plan's title. */
    plan: string;
    call: string;
    year: number;
    /** The reading that the statuses are of. */
    reading: Reading;
    verdict: Verdict;
    /** One for each requirement, in call order. */
    findings: Finding[];
}

export interface Finding {
    /** The requirement. */
    id: string;
    status: Status;
    severity: Severity;
    /** What the numbers count. */
    measure: "organisations" | "countries" | "members" | "months" | "euros" | "activities" | "nothing";
    /** How many count for certain. */
    have: number;
    /** How many would count if every fact that is not stated fell well. */
    possible: number;
    /** How many are needed; of a grant, the most that is allowed. */
    need: number;
    /** `have - need`. */
    slack: number;
    /** Ids of the members who count. */
    counted: string[];
    left_out: LeftOut[];
    /** The countries that count, where countries are counted. */
    countries: string[];
    /** Only where the other reading says something else. */
    other_reading?: { reading: Reading; status: Status; have: number };
}

export interface LeftOut {
    organisation: string;
    reason:
    | "partner_country"
    | "outside_class"
    | "other_kind"
    | "associated"
    | "affiliated"
    | "same_legal_group"
    | "kind_not_stated"
    | "country_not_stated"
    | "kind_and_country_not_stated"
    | "no_charter"
    | "not_applicant"
    | "several_applicants"
    | "not_shown";
    /** With `outside_class`: the class. */
    class?: string;
    /** With `same_legal_group`: the member who counts for both. */
    same_as?: string;
}

export interface Statuses {
    reading: Reading;
    verdict: Verdict;
    /** By requirement, in call order. */
    statuses: Record<string, Status>;
}

export interface Texts {
    sv: string;
    fi: string;
    en: string;
}

export interface ListedCall {
    id: string;
    years: number[];
    title: Texts;
}

export interface Call {
    id: string;
    year: number;
    title: Texts;
    address: string;
    /** When the facts were last checked, as `2026-11-23`. */
    checked: string;
    /** What a reader has to know about the country lists of the year. */
    notes: Texts[];
    /** Country classes with their countries in the year. */
    classes: { name: string; title: Texts; countries: string[] }[];
    activities: { id: string; title: Texts; sentence?: string }[];
    requirements: Requirement[];
}

export interface Requirement {
    id: string;
    severity: Severity;
    title: Texts;
    explanation: Texts;
    /** Where two readings are possible: on what they differ. */
    readings?: Texts;
    sources: { title: string; address: string; language: string; confidence: Confidence; sentence?: string }[];
    rule: Rule;
    /** The rule in the lenient reading, where that is another. */
    lenient?: Rule;
}

export type Confidence = "official_text" | "official_page" | "agency_page" | "secondary";

export type Rule =
| { shape: "count"; of: Selector; at_least: number }
| { shape: "countries"; of: Selector; at_least: number }
| { shape: "coordinator"; of: Selector }
| { shape: "every_member"; of: Selector; fact: "charter" | "added_value" | "commitment"; outcome: "fails" | "does_not_count" | "review" }
| { shape: "duration"; months: number[] }
| { shape: "grant"; caps: { months: number; at_most: number }[] }
| { shape: "activities"; any_of: string[] }
| { shape: "judgement" };

/** Which members a rule counts. Without `kinds` any kind, without `class` any country. */
export interface Selector {
    roles: Role[];
    kinds?: OrganisationKind[];
    class?: string;
}

/** What is thrown: an `Error` that says as data what is wrong. `message` is an English sentence. */
export type AlliansError = Error & { name: "AlliansError"; message: string } & (
| ({ kind: "wrong"; path: string } & Fault)
| { kind: "not_a_plan" }
| { kind: "unknown_call"; call: string; known: string[] }
| { kind: "unknown_year"; call: string; year: number; known: number[] }
);

export type Fault =
| { fault: "missing" }
| { fault: "unknown_field"; allowed: string[] }
| { fault: "expected"; expected: "object" | "list" | "text" | "truth" | "number" }
| { fault: "unknown_word"; found: string; allowed: string[] }
| { fault: "unknown_country"; found: string }
| { fault: "repeated"; found: string }
| { fault: "not_found"; found: string }
| { fault: "too_large"; most: number };



/**
 * A plan kept ready for many checks. Give it back with `free()` (or `using`) when it is no longer needed.
 */
export class Checker {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Takes an organisation of the plan into the consortium, last, or changes the role of one that is in it.
     * An affiliated entity is given with the organisation that it is affiliated to.
     *
     * @throws {AlliansError} `wrong`
     */
    add(organisation: string, role?: Role, of?: string): void;
    /**
     * The full report, as `check` gives it.
     *
     * @throws {AlliansError} `wrong` (a reading that there is not)
     */
    check(reading?: Reading): Report;
    /**
     * Reads a plan once.
     *
     * @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
     */
    constructor(plan: Plan);
    /**
     * Takes an organisation out of the consortium. Says whether it was in it.
     *
     * @throws {AlliansError} `wrong`
     */
    remove(organisation: string): boolean;
    /**
     * Sets the duration; `null` for not stated.
     *
     * @throws {AlliansError} `wrong`
     */
    setDuration(months: number | null): void;
    /**
     * Sets the grant; `null` for not stated.
     *
     * @throws {AlliansError} `wrong`
     */
    setGrant(eur: number | null): void;
    /**
     * The verdict and every status, without who counts and why: much less work.
     *
     * @throws {AlliansError} `wrong` (a reading that there is not)
     */
    statuses(reading?: Reading): Statuses;
}

/**
 * A call with its texts, sources, rules and the countries of the year.
 *
 * @throws {AlliansError} `unknown_call`, `unknown_year`, `wrong`
 */
export function call(id: string, year: number): Call;

/**
 * Every call that comes with the program.
 */
export function calls(): ListedCall[];

/**
 * Which requirements the plan's consortium meets, who counts and who does not.
 *
 * @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
 */
export function check(plan: Plan, options?: CheckOptions): Report;
