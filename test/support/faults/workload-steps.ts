import fc from 'fast-check'
import type { z } from 'zod'
import { contract, type Contract } from '../../../shared/contract/index.ts'
import type { ContractTree } from '../../../shared/contract/define.ts'
import type { Client } from '../../../shared/rpc/client.ts'
import type { SeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { shapedInput } from '../input-arbitrary.ts'
import { must } from '../make-core.ts'
import { idNumberOf, memberFields } from '../office.ts'
import { resolutionRow, topicRow } from '../meeting-rows.ts'

export type StepReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: { readonly code: string } }
export interface Step {
  readonly path: string
  run(): Promise<StepReply>
}
/** 负荷里的今天。 */
export const TODAY = '2026-11-20'
/** 评的是当月:名册、班子的变动只让当月与上月的成绩变旧,再早的已经公布,不再跟着变。 */
export const PERIOD = TODAY.slice(0, 7)

/** 契约里全部改数据的命令(换工作区的除外):后来加的命令自动在内。 */
const commands = Object.entries(contract as ContractTree).flatMap(([group, names]) =>
  Object.entries(names)
    .filter(([, procedure]) => procedure.kind === 'command' && procedure.withoutWorkspace !== true)
    .map(([name, procedure]) => ({ path: `${group}.${name}`, input: procedure.input as z.ZodType })),
)

/**
 * 一步一步的负荷:加人、改人、建会、写会、办结、评分、全部重算,夹着由契约形状随机造的命令(多半被拒,也得拒得干净)。
 *
 * @param send 直接发消息,给随机造的命令用。
 */
export const createSteps = async (api: Client<Contract>, random: SeededRandom, send: (path: string, input: unknown) => Promise<StepReply>): Promise<() => Promise<Step>> => {
  const { nodes } = await must(api.organisations.tree({}))
  const branches = nodes.filter((node) => node.kind === 'branch')
  const sheet = await must(api.evaluation.branchSheet({ branchId: branches[0]?.id ?? '', period: PERIOD }))
  const manual = sheet.lines.filter(({ indicator, state }) => indicator.source === 'manual' && indicator.kind === 'base' && state !== 'not_due' && state !== 'not_applicable').map(({ indicator }) => indicator)
  const listMembers = async (): Promise<string[]> => (await must(api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 500 }))).rows.map((row) => row.id)
  const listMeetings = async (): Promise<string[]> => (await Promise.all(branches.map(({ id }) => must(api.meetings.list({ branchId: id, year: 2026, meetingType: null }))))).flatMap(({ rows }) => rows.filter((row) => row.state === 'draft').map((row) => row.id))
  const members = await listMembers()
  const meetings = await listMeetings()
  const text = (most: number): string => `${random.next()} ${'学习贯彻会议精神,结合实际抓好落实。'.repeat(1 + random.below(most))}`
  const branch = () => random.pick(branches).id

  const steps: Readonly<Record<string, () => Promise<Step>>> = {
    addMember: () => Promise.resolve({ path: 'members.add', run: async () => {
      const reply = await api.members.add({ fields: memberFields(branch(), { name: `新增${random.below(1e6)}`, idNumber: idNumberOf(`19${60 + random.below(40)}-0${1 + random.below(9)}-1${random.below(9)}`, random.below(1000)), note: text(8).slice(0, 480) }) })
      if (reply.ok) members.push(reply.value.id)
      return reply
    } }),
    saveMember: async () => {
      const { id, rev, fields } = await must(api.members.get({ id: random.pick(members) }))
      return { path: 'members.save', run: () => api.members.save({ id, rev, fields: { ...fields, post: `岗位${random.below(1e6)}`, branchId: random.chance(0.2) ? branch() : fields.branchId, partyGroupId: null } }) }
    },
    createMeeting: () => Promise.resolve({ path: 'meetings.create', run: async () => {
      const reply = await api.meetings.create({ branchId: branch(), meetingType: random.pick(['general_meeting', 'theme_day', 'party_lecture']), partyGroupId: null, day: `${PERIOD}-${10 + random.below(10)}` })
      if (reply.ok) meetings.push(reply.value.id)
      return reply
    } }),
    saveMeeting: async () => {
      if (meetings.length === 0) return steps['createMeeting']?.() as Promise<Step>
      const { id, rev, fields } = await must(api.meetings.get({ id: random.pick(meetings) }))
      return { path: 'meetings.save', run: () => api.meetings.save({ id, rev, fields: { ...fields, title: `第${random.below(1e6)}次`, place: '会议室', host: '书记', recorder: '委员', lecturer: '讲师', endAt: `${fields.startAt.slice(0, 10)} 23:00`, topics: [topicRow({ title: '学习', kind: 'study', isFirstTopic: true })], content: text(150), resolutions: [resolutionRow({ text: text(3), owner: '', dueOn: null })] } }) }
    },
    finishMeeting: async () => {
      if (meetings.length === 0) return steps['createMeeting']?.() as Promise<Step>
      const at = random.below(meetings.length)
      const { id, rev } = await must(api.meetings.get({ id: meetings[at] ?? '' }))
      return { path: 'meetings.finish', run: async () => {
        const reply = await api.meetings.finish({ id, rev })
        if (reply.ok) meetings.splice(at, 1)
        return reply
      } }
    },
    score: () => Promise.resolve({ path: 'evaluation.saveManualScore', run: () => api.evaluation.saveManualScore({ branchId: branch(), period: PERIOD, indicatorId: random.pick(manual).id, points: `0.${1 + random.below(9)}`, reason: `核定${random.below(1e6)}` }) }),
    scoreAll: () => Promise.resolve({ path: 'evaluation.scorePeriod', run: () => api.evaluation.scorePeriod({ period: PERIOD }) }),
    generated: () => {
      const { path, input } = random.pick(commands)
      const [value] = fc.sample(shapedInput(input, [...branches.map(({ id }) => id), ...members.slice(0, 3), ...meetings.slice(0, 3), ...manual.slice(0, 3).map(({ id }) => id)]), { numRuns: 1, seed: random.below(2 ** 31) })
      return Promise.resolve({ path, run: () => send(path, value) })
    },
  }
  const wheel = ['addMember', 'addMember', 'saveMember', 'saveMember', 'createMeeting', 'saveMeeting', 'saveMeeting', 'saveMeeting', 'finishMeeting', 'score', 'score', 'score', 'scoreAll', 'generated', 'generated', 'generated'] as const
  return () => steps[random.pick(wheel)]?.() as Promise<Step>
}
