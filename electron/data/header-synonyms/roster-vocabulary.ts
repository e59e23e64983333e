import { compareKey } from '../../domain/roster/clean-text.ts'
import type { RosterVocabulary } from '../../domain/roster/vocabulary.ts'
import { ROSTER_HEADERS } from './roster-headers.ts'
import {
  BLANK_WORDS, BRANCH_PREFIXES, BRANCH_SUFFIXES, DEGREE_WORDS, EDUCATION_WORDS, ETHNICITY_REPLACEMENTS, ETHNICITY_WORDS, FOOTER_WORDS, GENDER_WORDS, MANAGEMENT_LEVEL_WORDS, MEMBERSHIP_STATE_WORDS, MEMBER_TYPE_WORDS, NO_WORDS, PARTY_SCHOOL_WORDS,
  POST_KIND_WORDS, YES_WORDS,
} from './roster-values.ts'

const lookup = <C extends string>(synonyms: readonly (readonly [C, ...(readonly string[])])[]): Map<string, C> => {
  const map = new Map<string, C>()
  for (const [code, ...words] of synonyms) for (const word of words) if (!map.has(compareKey(word))) map.set(compareKey(word), code)
  return map
}

const ethnicities = (): Map<string, string> => {
  const map = lookup(ETHNICITY_WORDS)
  for (const [code, ...words] of ETHNICITY_WORDS) {
    for (const word of words) map.set(compareKey(`${word}族`), code)
    map.set(code, code)
    map.set(String(Number(code)), code)
  }
  return map
}

const educations = (): Map<string, string> => {
  const map = lookup(EDUCATION_WORDS)
  for (const [code] of EDUCATION_WORDS) map.set(code, code)
  return map
}

/** 党员花名册的全部说法,归一后供比对。 */
export const rosterVocabulary: RosterVocabulary = {
  headers: ROSTER_HEADERS,
  blanks: new Set(BLANK_WORDS.map(compareKey)),
  footers: FOOTER_WORDS.map(compareKey),
  genders: lookup(GENDER_WORDS),
  ethnicities: ethnicities(),
  ethnicityReplacements: new Map(ETHNICITY_REPLACEMENTS),
  educations: educations(),
  degrees: lookup(DEGREE_WORDS),
  postKinds: lookup(POST_KIND_WORDS),
  managementLevels: lookup(MANAGEMENT_LEVEL_WORDS),
  flags: new Map([...YES_WORDS.map((word) => [compareKey(word), true] as const), ...NO_WORDS.map((word) => [compareKey(word), false] as const)]),
  partySchools: PARTY_SCHOOL_WORDS,
  memberTypes: lookup(MEMBER_TYPE_WORDS),
  membershipStates: lookup(MEMBERSHIP_STATE_WORDS),
  branchPrefixes: BRANCH_PREFIXES.map(compareKey),
  branchSuffixes: BRANCH_SUFFIXES.map(compareKey),
}
