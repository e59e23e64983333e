import { expect, it } from 'vitest'
import { buildFormSchema } from '../../../shared/model/organisation.ts'
import { forbiddenFor } from './build-forms.ts'

it('临时党支部不发展、不处分、不收党费、不选代表、不换届(ORG-07);别的支部没有限制', () => {
  expect(forbiddenFor('temporary')).toEqual(['development', 'discipline', 'dues', 'delegates', 'election'])
  for (const form of buildFormSchema.options) if (form !== 'temporary') expect(forbiddenFor(form), form).toEqual([])
})
