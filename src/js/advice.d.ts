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
