import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { olderFemale, olderMale, surnames, youngerFemale, youngerMale } from '../../../electron/data/sample/people.ts'
import { checkCodeOf } from '../../../electron/domain/roster/id-number.ts'
import { createMemberWriter } from '../../../electron/services/members/member-writer.ts'
import type { Ports } from '../../../electron/services/ports.ts'
import { populateNewWorkspace } from '../../../electron/services/workspace-handlers.ts'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { createWorkspaceScope, type WorkspaceScope } from '../../../electron/services/workspace-scope.ts'
import { createStore } from '../../../electron/store/open-store.ts'
import { createOrganisationWrites } from '../../../electron/store/repos/organisation-writes.ts'
import { createWorkspaceRepo } from '../../../electron/store/repos/workspace-repo.ts'
import { memberFields } from '../../../test/support/office.ts'

/** 5000 个组织、10 万党员:一个党委,二级党委、总支、支部、党小组。 */
export const SIZE = { committees: 40, generalBranches: 360, branches: 3_600, groups: 999, members: 100_000 } as const
const SEED = 20_261_121
/** 一个事务写这么多人。 */
const CHUNK = 5_000
const DUES_MONTHS = 10
const FOUNDED = '2015-01-01'
const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** 造法或库的结构变了,就另造一份。 */
export const registerFolder = (root: string): string => {
  const migrations = join(root, 'electron', 'store', 'migrations')
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).toSorted()) hash.update(readFileSync(join(migrations, name)))
  hash.update(readFileSync(import.meta.filename))
  return join(root, 'out', 'bench', `register-${hash.digest('hex').slice(0, 12)}`)
}

const addOrganisations = (scope: WorkspaceScope, root: string): readonly { readonly id: string; readonly groups: string[] }[] => {
  const writes = createOrganisationWrites(scope.store.db, () => scope.ports.ids.next())
  return scope.write('organisation', 'organisations.add', (transaction) => {
    transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'organisation', recordId: '', detail: { action: 'sample' } }))
    const add = (parentId: string, kind: 'party_committee' | 'general_branch' | 'branch' | 'party_group', name: string, code: string, category: string | null) => writes.add(transaction, { parentId, kind, name, shortName: '', code, category, fromDay: FOUNDED, foundedOn: FOUNDED })
    const from = (list: readonly string[], index: number): string => list[index % list.length] ?? root
    const committees = Array.from({ length: SIZE.committees }, (_, index) => add(root, 'party_committee', `party committee ${index + 1}`, `C${pad(index + 1, 3)}`, null))
    const generals = Array.from({ length: SIZE.generalBranches }, (_, index) => add(from(committees, index), 'general_branch', `general branch ${index + 1}`, `G${pad(index + 1, 4)}`, null))
    const branches = Array.from({ length: SIZE.branches }, (_, index) => ({ id: add(from(generals, index), 'branch', `branch ${index + 1}`, pad(index + 1, 5), 'production'), groups: [] as string[] }))
    for (let index = 0; index < SIZE.groups; index++) {
      const branch = branches[index % 500]
      if (branch !== undefined) branch.groups.push(add(branch.id, 'party_group', `group ${index + 1}`, '', null))
    }
    return branches
  })
}

const addMembers = (scope: WorkspaceScope, branches: readonly { readonly id: string; readonly groups: string[] }[], progress: (done: number) => void): void => {
  const writer = createMemberWriter(scope)
  const random = createSeededRandom(SEED)
  const nameOf = (female: boolean, older: boolean): string => {
    const letters = older ? (female ? olderFemale : olderMale) : female ? youngerFemale : youngerMale
    return `${random.pick(surnames)}${random.pick(letters.first)}${random.pick(letters.last)}`
  }
  for (let start = 0; start < SIZE.members; start += CHUNK) {
    scope.write('member', 'members.add', (transaction) => {
      transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'member', recordId: '', detail: { action: 'sample' } }))
      for (let index = start; index < Math.min(start + CHUNK, SIZE.members); index++) {
        const branch = branches[index % branches.length]
        if (branch === undefined) continue
        const female = random.chance(0.3)
        const year = 1965 + random.below(38)
        const birthDate = `${year}-${pad(1 + random.below(12), 2)}-${pad(1 + random.below(28), 2)}`
        // 顺序码只有三位:每五百人换一个地区码,不会撞。
        const first17 = `23${pad(Math.floor(index / 500), 4)}${birthDate.replaceAll('-', '')}${pad((index % 500) * 2 + (female ? 0 : 1), 3)}`
        const joinedYear = Math.min(2024, year + 20 + random.below(15))
        writer.add(
          transaction,
          memberFields(branch.id, {
            name: nameOf(female, year < 1985),
            gender: female ? '2' : '1',
            birthDate,
            education: random.pick(['14', '21', '31', '47', '61']),
            joinedOn: `${joinedYear}-07-01`,
            regularOn: `${joinedYear + 1}-07-01`,
            workNumber: `W${pad(index, 6)}`,
            partyGroupId: branch.groups.length === 0 ? null : random.pick(branch.groups),
            idNumber: `${first17}${checkCodeOf(first17)}`,
            mobile: `13${pad(index, 9)}`,
          }),
          { fromDay: FOUNDED },
        )
      }
    })
    progress(Math.min(start + CHUNK, SIZE.members))
  }
}

/** 党费:人人核定过,今年登记到十月,每五十人有一人从七月起欠交。只供量快慢,直接写表,没有版本。 */
const addDues = (scope: WorkspaceScope): void => {
  const { db } = scope.store
  const own = 'SELECT r.organisation_id AS branch, r.member_id AS member, r.rowid AS place FROM membership r'
  db.exec(`INSERT INTO dues_assessment (id, owner_unit, member_id, payer_category, changed_from, base_fen, assessed_on, created_at, updated_at)
    SELECT member, branch, member, 'employed', '2026-01', 400000 + place % 300000, '2026-01-10', 0, 0 FROM (${own})`)
  for (let month = 1; month <= DUES_MONTHS; month++)
    db.exec(`INSERT INTO dues_entry (id, owner_unit, branch_id, member_id, month, due_fen, paid_fen, paid_on, method, created_at, updated_at)
      SELECT '${pad(month, 8)}' || substr(member, 9), branch, branch, member, '2026-${pad(month, 2)}', 5000, 5000, '2026-${pad(month, 2)}-15', 'transfer', 0, 0 FROM (${own}) WHERE ${month} < 7 OR place % 50 <> 0`)
}

/** 没有就造一份;造好了才改成正式的名字。返回工作区的文件夹。 */
export const makeRegister = (root: string, ports: Ports, progress: (done: number) => void): string => {
  const folder = registerFolder(root)
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(join(root, 'out', 'bench'), { recursive: true })
  const store = createStore(draft, (made) => {
    createWorkspaceRepo(made.db).create({ id: ports.ids.next(), name: 'bench', kind: 'office', setup: 'open', createdAt: ports.clock.now() })
    const scope = createWorkspaceScope(made, ports, () => undefined)
    addMembers(scope, addOrganisations(scope, populateNewWorkspace(scope, 'bench')), progress)
    addDues(scope)
  })
  store.close()
  renameSync(draft, folder)
  return folder
}
