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
