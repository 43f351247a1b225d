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
    /** Which variant of the call, where it has several; without it the first. */
    options?: { variant?: string | null } | null;
    /** The rules that it was last held against. */
    rules?: { checked?: string | null; verdict?: Verdict | null; marks?: readonly string[] | null } | null;
    /** Its own call file, as JSON text. */
    own_call?: string | null;
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
    /** What some calls ask beside the kind; nothing is presumed. */
    attributes?: Partial<Record<Attribute, boolean | null>> | null;
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
export type Attribute =
| "initial_teacher_education"
| "in_service_teacher_education"
| "practice_school"
| "established_two_years"
| "competent_authority";
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
    /** Where the call has variants. */
    variant?: string;
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
    /** What is measured, and how far it is. */
    measured: Measured;
    /** Ids of the members who count. */
    counted: string[];
    left_out: LeftOut[];
    /** The countries that count, where countries are counted. */
    countries: string[];
    /** Only where it is `unknown`: the facts that decide it. */
    missing_facts?: MissingFacts;
    /** Only where the other reading says something else. */
    other_reading?: { reading: Reading; status: Status; measured: Measured };
}

/**
 * What a requirement measures. `have` is how many count for certain, `possible` how many would if every fact that is not stated fell
 * well. `slack` is how many changes by one it can bear; negative: how many it is short of, or over; `null`: no number says so.
 */
export type Measured =
/** At least so many. `slack`: so many independent organisations may leave; where countries are counted, everybody from so many. */
| { kind: "at_least"; of: "organisations" | "countries"; have: number; possible: number; need: number; slack: number | null }
/** At most so many independent organisations. `slack`: so many more may join. */
| { kind: "at_most"; have: number; possible: number; most: number; slack: number | null }
/** Exactly so many countries. */
| { kind: "exactly"; have: number; possible: number; exactly: number }
/** Those who count, each of the weight `times`, may not be outweighed. `slack`: so many more may join the other side. */
| { kind: "balance"; have: number; possible: number; against: number; times: number; slack: number | null }
/**
 * Each country that is present has to bring something. `slack`: so many independent organisations may leave one country. Not `exact`: so
 * many facts are missing that not every way was tried, and what is `unknown` may be `unmet`.
 */
| { kind: "per_country"; complete: number; possible: number; present: number; lacking: Lack[]; slack: number | null; exact: boolean }
/** Each of so many members has to show something, or has to be one of those allowed. */
| { kind: "shown"; have: number; possible: number; of: number }
| { kind: "duration"; months: number | null; shortest: number }
/** In whole euros, rounded up; judged to the cent. `most` is `null` where the duration has no maximum. */
| { kind: "grant"; euros: number | null; most: number | null }
/** How many of those that the call lists; one is enough. */
| { kind: "activities"; chosen: number; listed: number }
/** Only a person can judge. */
| { kind: "judged" };

/** What an unknown requirement waits for. Once all of it is stated, it is known; unless who may take part is not decided yet. */
export interface MissingFacts {
    members: MissingFact[];
    project: "duration" | "activities" | null;
}

/** What of a member is not stated: its kind, its country, what it has to show, an attribute. */
export interface MissingFact {
    organisation: string;
    kind: boolean;
    country: boolean;
    show: "charter" | "added_value" | "commitment" | null;
    attribute?: Attribute;
}

/** So many more organisations of one of these kinds, from this country. */
export interface Lack {
    country: string;
    kinds: OrganisationKind[];
    missing: number;
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
    | "not_shown"
    | "without_attribute"
    | "attribute_not_stated"
    | "not_decided"
    | "other_side";
    /** With `outside_class` and `not_decided`: the class. */
    class?: string;
    /** With `same_legal_group`: the member who counts for both. */
    same_as?: string;
    /** With `without_attribute` and `attribute_not_stated`: which. */
    attribute?: Attribute;
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
    /** Where the call has several shapes, such as strands. */
    variants?: { id: string; title: Texts }[];
}

export interface Call {
    id: string;
    year: number;
    variant?: string;
    title: Texts;
    address: string;
    /** When the facts were last checked, as `2026-11-23`. */
    checked: string;
    /** What a reader has to know about the country lists of the year. */
    notes: Texts[];
    /** What no source states. */
    not_known?: Texts[];
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
| { shape: "at_most"; of: Selector; at_most: number }
| { shape: "countries"; of: Selector; at_least: number }
| { shape: "exact_countries"; of: Selector; exactly: number }
| { shape: "each_country"; of: Selector; needs: { kinds: OrganisationKind[]; at_least: number }[] }
| { shape: "compare"; of: Selector; against: Selector; times: number }
| { shape: "only"; of: Selector; allowed: Selector; outcome: "fails" | "does_not_count" | "review" }
| { shape: "coordinator"; of: Selector }
| { shape: "every_member"; of: Selector; fact: "charter" | "added_value" | "commitment"; outcome: "fails" | "does_not_count" | "review" }
| { shape: "duration"; months: number[] }
| { shape: "duration"; from: number; to: number }
| ({ shape: "grant" } & Grants)
| { shape: "activities"; any_of: string[] }
| { shape: "judgement" };

/** The grants that are given, in EUR: at most so much by duration, one of some sums, any in a range, or so much for a month. */
export type Grants =
| { caps: { months: number; at_most: number }[] }
| { one_of: number[] }
| { from: number; to: number }
| { per_month: number; at_most: number };

/** Which members a rule counts. Without `kinds` any kind, without `class` any country. */
export interface Selector {
    roles: Role[];
    kinds?: OrganisationKind[];
    class?: string;
    attribute?: Attribute;
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
| { fault: "expected"; expected: "object" | "list" | "text" | "truth" | "number" | "amount" }
| { fault: "unknown_word"; found: string; allowed: string[] }
| { fault: "unknown_country"; found: string }
| { fault: "repeated"; found: string }
| { fault: "taken"; found: string }
| { fault: "not_found"; found: string }
| { fault: "too_large"; most: number };


export interface CompleteOptions extends CheckOptions {
    /** How many sets of the pool are listed: 20 if not given, at most 1000. */
    most?: number | null;
}

/** What every answer begins with, as a report does. */
export interface Answered {
    /** The plan's title. */
    plan: string;
    call: string;
    year: number;
    reading: Reading;
}

/** What is missing until every mandatory requirement is met. Requirements and organisations are named by their ids. */
export interface Completion extends Answered {
    /** What no organisation can mend. */
    changes: Change[];
    /** The organisations that are missing, whoever they are. */
    additions: Additions;
    /** Members whose facts, once stated, may make a mandatory requirement hold without anybody else. */
    facts: string[];
    /** Organisations of the pool that are enough. */
    pool: PoolAdditions;
    /** With as few organisations as possible, as many of them as possible from the pool: these, and who else. */
    mixed: { join: string[]; seats: Seats } | null;
    /** The organisations after which one member may leave, whoever it is. */
    safe: Additions;
}

/** Something to change in the plan itself. */
export type Change =
/** One of the candidates has to be the applicant, and nobody else; without candidates, somebody who is added. */
| { kind: "applicant"; present: string[]; candidates: string[] }
/** Months, of which the project has to last one. */
| { kind: "duration"; allowed: number[] }
| { kind: "grant"; caps: { months: number; at_most: number }[] }
| { kind: "show"; requirement: string; fact: Fact; members: string[] }
/** So many of these have to leave; where only so many countries may take part, everybody from so many of theirs. */
| { kind: "leave"; requirement: string; members: string[]; number: number }
| { kind: "activities"; requirement: string };

/**
 * `never`: however many are added, these requirements stay unmet. `open`: facts that are not stated decide these, whoever is added.
 * `too_much`: too much to try for an exact answer: so many legal groups, each in so many countries at most; 0 groups where it is the call's own numbers.
 */
export type Additions =
| { kind: "enough" }
| ({ kind: "seats" } & Seats)
| { kind: "never" | "open"; requirements: string[] }
| { kind: "too_much"; groups: number; countries: number };

/** Seats to be filled. */
export interface Seats {
    /** The fewest. */
    number: number;
    missing: { requirement: string; missing: number }[];
    /** Answers with so few seats, none of which could ask for less: sixty at most, and at least one. */
    answers: Answer[];
    /** Whether these are all answers: every set of so few that is enough fits one of them. */
    all: boolean;
}

/** Seats that are enough together. */
export interface Answer {
    seats: Seat[];
    /** How many new countries the seats have to bring together. Which seat brings which is free. */
    countries: { requirement: string; new: number }[];
}

export interface Seat {
    /** The kinds that it may have; `null`: any. */
    kinds: OrganisationKind[] | null;
    /** The classes that its country has to be in; none: any country. */
    classes: string[];
    /** The requirements for which its country is to be a new one. */
    new_country: string[];
    /** Whether it has to be able to be the applicant. */
    leads: boolean;
    /** The requirements that it helps. */
    helps: string[];
    /** The country that it has to be in. */
    country?: string;
    /** Seats with the same number are in the same new country, and nobody else is from there. */
    together?: number;
    /** What it has to say of itself. */
    attributes?: string[];
    /** What it has to deny of itself. */
    denied?: string[];
}

export type PoolAdditions =
| { kind: "enough" }
| {
    kind: "sets";
    /** How many organisations are in each. */
    number: number;
    /** How many sets there are, in digits; 2¹²⁸ - 1 stands for at least so many. */
    ways: string;
    /** The first sets; those that help no more than is needed come first. */
    sets: string[][];
}
/** The whole pool would not be enough. */
| { kind: "never" }
/** Facts of members that are not stated decide. */
| { kind: "open"; requirements: string[] }
| { kind: "too_much"; groups: number; countries: number };

/** What falls if members withdraw. */
export interface Withdrawals extends Answered {
    /** For each member the mandatory requirements that break if it alone leaves, and the first five of the pool who mend something. */
    alone: { organisation: string; breaks: string[]; substitutes: { organisation: string; broken: string[] }[] }[];
    /** Two that together break what neither of them breaks alone. */
    pairs: { organisations: [string, string]; breaks: string[] }[];
    /** Whoever they are, so many may leave, another taking over as the applicant; `null`: nothing that holds depends on members. */
    any: number | null;
    /** Whether `any` is the most there is; if not, it is on the safe side. */
    any_is_exact: boolean;
    /** Who may take over as the applicant. */
    successors: string[];
    /** Each could leave, if it were the only one. */
    dispensable: string[];
    /** These could all leave together, and nobody else as well. */
    lean: string[];
    /** Whether no other choice lets more leave; if not, one may. */
    lean_is_exact: boolean;
}

/** Which call suits: what each call makes of the plan, the nearest first. */
export interface Comparison extends Answered {
    rows: ComparedCall[];
}

/** What a call makes of the plan, in its latest year and in one of its variants. Nothing here is about the pool. */
export interface ComparedCall {
    call: string;
    year: number;
    variant: string | null;
    reach: Reach;
    verdict: Verdict;
    statuses: { requirement: string; status: Status }[];
    /** What no organisation can mend. */
    changes: Change[];
    /** The organisations that are missing, whoever they are. */
    additions: Additions;
    /** Facts that are not stated and that decide a mandatory requirement, each with the members of whom; nobody: of the project. */
    asks: Ask[];
}

export type Reach =
/** Every mandatory requirement is met. */
| { kind: "now" }
/** It depends on facts that are not stated, and on nothing else. */
| { kind: "facts" }
/** With so many more organisations, the fewest, and so many changes of the plan. */
| { kind: "with"; organisations: number; changes: number }
/** How many these requirements take nobody can say exactly. */
| { kind: "unclear"; requirements: string[] }
/** Whoever is added, these requirements stay unmet. */
| { kind: "never"; requirements: string[] };

export type Ask =
| { what: "kind" | "country" | "duration" | "activities"; organisations: string[] }
| { what: "attribute"; attribute: string; organisations: string[] }
| { what: "show"; fact: Fact; organisations: string[] };

/** What is still to be done. */
export interface Checklist extends Answered {
    evidence: Evidence[];
    /** In the strict reading; where the lenient one says something else, that is a question. */
    questions: Question[];
    /** What holds if only those join who have confirmed it; `null`: all have. `left`: those who have not. */
    confirmed: { verdict: Verdict; statuses: { requirement: string; status: Status }[]; left: string[] } | null;
    /** What follows if one is the only applicant, for each applicant and partner. */
    coordinators: Lead[];
    /** For each requirement the smallest change that turns it. */
    why: { requirement: string; flip: Flip }[];
}

export type Fact = "charter" | "added_value" | "commitment";

/** Something to show or to check. */
export type Evidence =
| { kind: "charter"; organisation: string; stated: boolean | null }
| { kind: "added_value"; organisation: string; stated: boolean }
| { kind: "commitment"; organisation: string; commitment: "none" | "asked" | "promised" }
| { kind: "experience"; organisation: string; stated: boolean }
/** They count as one: is it so? */
| { kind: "shared_group"; organisations: string[] }
/** Almost the same name: are they one organisation? */
| { kind: "alike_names"; organisations: [string, string] };

export type Question =
/** Facts that are not stated decide: of members, their kind, their country and what they have to show; of the project. */
| ({ kind: "facts"; requirement: string } & MissingFacts)
/** Only a person can judge. */
| { kind: "review"; requirement: string }
/** The sentence allows two readings, and it matters which. */
| { kind: "readings"; requirement: string; strict: Read; lenient: Read };

/** What one reading says. */
export interface Read {
    status: Status;
    measured: Measured;
}

export interface Lead {
    organisation: string;
    /** Whether it may be the applicant; `maybe`: a fact that is not stated decides. */
    may: "yes" | "maybe" | "no";
    /** Why not, or why only maybe. */
    reason?: LeftOut["reason"];
    /** With `outside_class`: the class. */
    class?: string;
    /** Whether it is the applicant now. */
    is: boolean;
    /** The requirements with another status then. */
    changes: { requirement: string; from: Status; to: Status }[];
}

/** How many more have to count, and who would. */
export interface More {
    more: number;
    measure: "organisations" | "countries" | "members";
    of: Selector;
}

/** The smallest change that turns a requirement from met to not met, or to met. */
export type Flip =
/** Is met once so many more count. */
| ({ kind: "add" } & More)
/** Stating the facts of these decides it; without them it is met once so many more count; 0: more do not help. */
| { kind: "state"; members: string[]; or: More }
/** Falls when so many of those who count leave; if not `exact`, fewer are surely too few. */
| { kind: "lose"; fewest: number; measure: "organisations" | "countries"; exact: boolean }
/** These may be the only applicant for certain; the facts of these decide. */
| { kind: "lead"; candidates: string[]; state: string[] }
/** Falls with an applicant who does not fit, with a second one, or with none. */
| { kind: "replace" }
| { kind: "duration"; allowed: number[] }
/** How much too large, and the other durations, in months, for which it is not. */
| { kind: "grant"; at_most: number; over: number; months: number[] }
/** So much may be added. */
| { kind: "grant_room"; room: number }
| { kind: "show"; members: string[]; fact: Fact }
/** Falls as soon as one of these does not show it. */
| { kind: "keep"; members: string[]; fact: Fact }
| { kind: "choose"; activities: string[] }
/** Falls once the project does none of these. */
| { kind: "drop"; activities: string[] }
/** Only a person can judge. */
| { kind: "person" }
/** It asks nothing here, or can never fall. */
| { kind: "nothing" };



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
export function call(id: string, year: number, variant?: string): Call;

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

/**
 * What is still to be done: to show, to answer and to confirm; who may lead; and what would turn each requirement.
 *
 * @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
 */
export function checklist(plan: Plan, options?: CheckOptions): Checklist;

/**
 * Which call suits: what each call of the package makes of the plan in its latest year, in every variant, the nearest first.
 *
 * @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
 */
export function compare(plan: Plan, options?: CheckOptions): Comparison;

/**
 * What is missing until every mandatory requirement is met: the fewest organisations, whoever they are and from the pool, and
 * what no organisation can mend. The pool is the organisations of the plan that are no members.
 *
 * @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
 */
export function complete(plan: Plan, options?: CompleteOptions): Completion;

/**
 * What falls if members withdraw, and who of the pool could come in. The pool is the organisations of the plan that are no members.
 *
 * @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
 */
export function withdrawals(plan: Plan, options?: CheckOptions): Withdrawals;
