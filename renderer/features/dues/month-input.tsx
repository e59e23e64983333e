import { Select } from 'antd'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { FieldControl } from '../../components/field.tsx'

const BEFORE = 24
const AFTER = 18

/** 选一个月份:前两年到后一年半,可以打数字找。 */
export const MonthInput = ({ value, onChange, ...control }: Partial<FieldControl> & { readonly value: string; readonly onChange: (month: string) => void; readonly 'aria-label'?: string }) => (
  <Select {...control} showSearch value={value} onChange={onChange} options={Array.from({ length: BEFORE + AFTER + 1 }, (_, index) => addMonths(value, index - BEFORE)).map((month) => ({ value: month, label: duesText.yearMonth(month) }))} />
)
