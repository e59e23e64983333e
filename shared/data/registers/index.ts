import type { RegisterDefinition } from '../../model/register.ts'
import { chronicle } from './chronicle.ts'
import { inspections } from './inspections.ts'
import { monthlyPlan, yearPlan, yearSummary } from './plans.ts'
import { politicalBirthdays } from './political-birthdays.ts'
import { study } from './study.ts'
import { talks } from './talks.ts'

/**
 * 随程序带的登记簿,次序即显示的次序。改了项目就把版本加一:旧的登记照它记着的那一版显示
 * (头一次用到一版时,定义整份存进库里)。
 */
export const SHIPPED_REGISTERS: readonly RegisterDefinition[] = [talks, politicalBirthdays, study, yearPlan, monthlyPlan, inspections, yearSummary, chronicle]
export const shippedRegister = (key: string): RegisterDefinition | undefined => SHIPPED_REGISTERS.find((definition) => definition.key === key)
