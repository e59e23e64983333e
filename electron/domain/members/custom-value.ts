import { dayOrMonthSchema } from '../../../shared/model/common.ts'
import type { CustomField } from '../../../shared/model/custom-field.ts'

/** 数:最多 12 位整数、4 位小数;写成文字存,不经浮点。 */
const NUMBER = /^-?\d{1,12}(?:\.\d{1,4})?$/

/** 一个值合不合这一项的类型;空串(没填)不用问。 */
export const suitsCustomField = ({ kind, choices }: Pick<CustomField, 'kind' | 'choices'>, value: string): boolean => {
  switch (kind) {
    case 'text':
      return true
    case 'number':
      return NUMBER.test(value)
    case 'date':
      return dayOrMonthSchema.safeParse(value).success
    case 'choice':
      return choices.includes(value)
  }
}
