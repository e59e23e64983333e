import { contract } from '../../../shared/contract/index.ts'
import type { Procedure } from '../../../shared/contract/define.ts'
import { accountsText } from '../../../shared/i18n/zh-CN/accounts.ts'

const CONFIRMATIONS = { none: '', confirm: '先说后果', password: '口令与理由', two_people: '口令与理由;分立时两个人' } as const satisfies Readonly<Record<Procedure['confirmation'], string>>

const rolesOf = ({ roles }: Procedure): string => (roles === 'anyone' ? '登录前也能' : roles === 'signed_in' ? '登录的任何人' : roles.map((role) => accountsText.roles[role]).join('、'))

const SCOPES: Readonly<Record<string, string>> = { none: '', workspace: '全单位', visible: '只给管得到的' }
const scopeOf = ({ scope }: Procedure): string => (typeof scope === 'string' ? (SCOPES[scope] ?? '') : '点名的组织、记录')

/** 契约里每个过程一行:谁、管到哪里、要不要确认、记不记审计。 */
export const roleRows = (): readonly string[] =>
  Object.entries(contract as Readonly<Record<string, Readonly<Record<string, Procedure>>>>).flatMap(([group, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) => `| \`${group}.${name}\` | ${rolesOf(procedure)} | ${scopeOf(procedure)} | ${CONFIRMATIONS[procedure.confirmation]} | ${procedure.audit === 'none' ? '' : procedure.audit} |`),
  )

/** 文档附表与契约逐字相同:契约改了、多了过程,表没跟上就不过。 */
export const roleProblems = (text: string): readonly string[] => {
  const wanted = roleRows()
  const written = (text.split('\n## 附表')[1] ?? '').split('\n').filter((line) => /^\| `[A-Za-z]+\.[A-Za-z]+` \|/.test(line))
  return [...wanted.filter((row) => !written.includes(row)).map((row) => `附表缺这一行,或与契约不同:${row}`), ...written.filter((row) => !wanted.includes(row)).map((row) => `附表多了一行,契约里不是这样:${row}`)]
}
