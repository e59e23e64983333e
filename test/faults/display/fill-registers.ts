import { SHIPPED_REGISTERS } from '../../../shared/data/registers/index.ts'
import type { FieldValue, RegisterField } from '../../../shared/model/register.ts'
import { must, type TestCore } from '../../support/make-core.ts'

const valueFor = (field: RegisterField, person: { readonly memberId: string; readonly name: string }, number: number): FieldValue => {
  switch (field.type) {
    case 'line':
    case 'paragraphs':
      return `${field.label}内容${number}`
    case 'day':
      return `2026-0${1 + number}-12`
    case 'integer':
    case 'decimal':
      return 4
    case 'choice':
      return field.options[0]?.code ?? null
    case 'people':
      return [person, { memberId: null, name: `外来某某${number}` }]
    case 'flag':
      return true
  }
}

/** 每本登记簿登记几条,各项都写了汉字。 */
export const fillRegisters = async (api: TestCore['api'], branchId: string, memberId: string): Promise<void> => {
  for (const definition of SHIPPED_REGISTERS) {
    for (let number = 0; number < 3; number++) {
      const values = Object.fromEntries(definition.fields.map((field) => [field.key, valueFor(field, { memberId, name: '名册某某' }, number)]))
      await must(api.registers.add({ definitionKey: definition.key, branchId, values }))
    }
    if (definition.yearly === undefined) continue
    const sent = await must(api.submissions.submit({ definitionKey: definition.key, branchId, year: 2026, rev: 0 }))
    await must(api.submissions.review({ id: sent.id ?? '', rev: 1, decision: 'approve', reviewer: '审核某某', opinion: '审核意见', returnDueOn: null }))
  }
}
