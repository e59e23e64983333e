import type { SchemeBody } from '../../domain/evaluation/scheme-body.ts'
import { wuweiBaolei } from './wuwei-baolei.ts'

/** 自带的考核方案模板:数值都是示例,选用以后改定。次序即显示的次序。 */
export const SCHEME_TEMPLATES: readonly { readonly key: string; readonly body: SchemeBody }[] = [{ key: 'wuwei', body: wuweiBaolei }]

export const schemeTemplate = (key: string): SchemeBody | undefined => SCHEME_TEMPLATES.find((template) => template.key === key)?.body
