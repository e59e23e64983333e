import { z } from 'zod'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import { duesItemSchema, type DuesItem } from '../../../shared/model/dues.ts'
import { BUILT_IN_DUES_ITEMS } from '../../domain/dues/built-in-rule.ts'
import type { Store } from '../../store/open-store.ts'
import { createSettingRepo } from '../../store/repos/setting-repo.ts'

export const DUES_ITEMS_SETTING = 'duesItems'
const shape = z.object({ items: z.array(duesItemSchema) })

/** 核算科目:改过的用改过的,没改过用自带的。 */
export const readDuesItems = (db: Store['db']): readonly DuesItem[] => {
  const found = shape.safeParse(createSettingRepo(db).read(DUES_ITEMS_SETTING))
  if (found.success) return found.data.items
  const names: Readonly<Record<string, string>> = duesText.builtInItems
  return BUILT_IN_DUES_ITEMS.map((item) => ({ ...item, name: names[item.code] ?? item.code, retired: false }))
}
