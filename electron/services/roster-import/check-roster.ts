import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { createRowJudge, type JudgedRow } from '../../domain/roster/judge-rows.ts'
import { createBranchFinder, type RosterBranch } from '../../domain/roster/match-branch.ts'
import { createFileDuplicates, createMemberMatcher, type StoredMember } from '../../domain/roster/match-members.ts'
import type { RosterVocabulary } from '../../domain/roster/vocabulary.ts'
import { checkIdNumber } from '../../domain/roster/id-number.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { gather, inSlices } from './in-slices.ts'
import { readRosterRow, type RosterSheet } from './read-sheets.ts'

/** 一次读这么多人:十几毫秒。 */
const MEMBERS_READ = 400

/** 库里与导入有关的一切。 */
export const createRosterReader = (scope: WorkspaceScope) => {
  const organisations = createOrganisationRepo(scope.store.db)
  const members = createMemberRepo(scope.store.db)
  return {
    branches: (): RosterBranch[] => {
      const tree = organisations.tree(scope.ports.clock.today())
      const groups = Map.groupBy(tree.filter((node) => node.kind === 'party_group'), (node) => node.parentId)
      return tree.filter((node) => node.kind === 'branch').map(({ id, code, name, shortName }) => ({ id, code, name, shortName, groups: (groups.get(id) ?? []).map((group) => ({ id: group.id, name: group.name })) }))
    },
    /** 全部党员,一批一批地给;批间可以让出。 */
    members: function* (branches: readonly RosterBranch[]): Generator<StoredMember[], void, undefined> {
      const branchNames = new Map(branches.map((branch) => [branch.id, branch.name]))
      const groupNames = new Map(branches.flatMap((branch) => branch.groups.map((group) => [group.id, group.name] as const)))
      let after = ''
      for (;;) {
        const batch = members.someForMatching(after, MEMBERS_READ)
        const last = batch.at(-1)
        if (last === undefined) return
        after = last.id
        yield batch.map(({ id, rev, ...fields }) => ({ id, rev, fields, branchName: branchNames.get(fields.branchId) ?? '', partyGroupName: fields.partyGroupId === null ? '' : (groupNames.get(fields.partyGroupId) ?? '') }))
      }
    },
  }
}

/**
 * 逐行核对,不写库。
 *
 * @param access 管得到的支部才写得进。
 * @param branchId 没有「所在党支部」列的表用的支部;为 null 时,表名恰是支部名的用该支部。
 * @param present 一行有了结论就换成要留的样子:核对的中间结果随手丢掉,十万行才放得下(F30)。
 * @throws DeclaredFailure BRANCH_REQUIRED 定不下导入到哪个支部。
 */
export const checkRoster = async <T>(scope: WorkspaceScope, sheets: readonly RosterSheet[], { branchId, access, customs }: { readonly branchId: string | null; readonly access: Access; readonly customs?: RosterVocabulary['customs'] }, signal: AbortSignal, onProgress: (done: number, total: number) => void, present: (judged: JudgedRow) => T): Promise<T[]> => {
  const vocabulary: RosterVocabulary = customs === undefined ? rosterVocabulary : { ...rosterVocabulary, customs }
  const reader = createRosterReader(scope)
  const branches = reader.branches()
  // 管不到的支部当作没有:行里写了别的支部,按「没有这个支部」拒。
  const reachable = branches.filter((branch) => access.covers(branch.id))
  const findBranch = createBranchFinder(reachable, rosterVocabulary)
  const chosen = branchId === null ? null : (reachable.find((branch) => branch.id === branchId) ?? failWith('BRANCH_REQUIRED'))
  const bySheet = new Map(sheets.filter((sheet) => !sheet.headers.has('branch')).map((sheet) => [sheet.name, chosen ?? findBranch(sheet.name)]))
  if ([...bySheet.values()].includes(null)) failWith('BRANCH_REQUIRED')

  const places = sheets.flatMap((sheet) => sheet.rows.map((_, index) => ({ sheet, index })))
  const total = places.length * 2
  const readings = await inSlices(places, signal, ({ sheet, index }) => readRosterRow(sheet, index, vocabulary), (done) => onProgress(done, total))
  const none = (): void => undefined
  const duplicates = createFileDuplicates()
  await inSlices(
    readings,
    signal,
    ({ sheet, row, values }) => {
      const check = values.idNumber === undefined ? null : checkIdNumber(values.idNumber)
      duplicates.add({ sheet, row, name: values.name, idNumber: values.idNumber, birthDate: values.birthDate ?? (check?.ok === true ? check.birthDate : undefined) })
    },
    none,
  )
  // 管不到的人不参加比对,只留下证号:凭证号、姓名生日都认不到别的支部的人身上去。
  const elsewhere = new Set<string>()
  const matcher = createMemberMatcher(elsewhere)
  await inSlices(
    await gather(reader.members(branches), signal),
    signal,
    (member) => {
      if (access.covers(member.fields.branchId)) matcher.add(member)
      else if (member.fields.idNumber !== '') elsewhere.add(member.fields.idNumber)
    },
    none,
  )
  const judge = createRowJudge({
    today: scope.ports.clock.today(),
    findBranch,
    defaultBranch: (reading) => bySheet.get(reading.sheet) ?? chosen,
    matcher,
    duplicates: duplicates.find(),
  })
  const judged = await inSlices(readings, signal, (reading) => present(judge(reading)), (done) => onProgress(places.length + done, total))
  onProgress(total, total)
  return judged
}
