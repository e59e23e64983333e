import { expect, it } from 'vitest'
import { buildFormSchema } from '../../../shared/model/organisation.ts'
import { forbiddenFor, forbiddenTopic } from './build-forms.ts'

it('临时党支部不发展、不处分、不收党费、不选代表、不换届(ORG-07);别的支部没有限制', () => {
  expect(forbiddenFor('temporary')).toEqual(['development', 'discipline', 'dues', 'delegates', 'election'])
  for (const form of buildFormSchema.options) if (form !== 'temporary') expect(forbiddenFor(form), form).toEqual([])
})

it.each([
  ['temporary', ['study', 'report'], null],
  ['temporary', ['study', 'admission'], 'development'],
  ['temporary', ['confirmation'], 'development'],
  ['temporary', ['discipline'], 'discipline'],
  ['temporary', ['election'], 'election'],
  ['single', ['admission', 'discipline', 'election'], null],
] as const)('%s 党支部的议题 %j', (form, kinds, expected) => expect(forbiddenTopic(form, kinds)).toBe(expected))
