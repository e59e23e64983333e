import { handbookText as text } from '../../shared/i18n/zh-CN/handbook.ts'
import { PeriodSwitch } from './period-switch.tsx'

/** 换年:上一年、下一年。 */
export const YearSwitch = ({ year, onChange }: { readonly year: number; readonly onChange: (year: number) => void }) => <PeriodSwitch label={text.yearLabel} current={text.year(year)} previous={text.previousYear} next={text.nextYear} onStep={(by) => onChange(year + by)} />
