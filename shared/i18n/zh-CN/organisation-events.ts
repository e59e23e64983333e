import type { OrganisationEvent } from '../../model/organisation-event.ts'
import type { OrganisationKind } from '../../model/organisation.ts'

const kindWords: Readonly<Record<OrganisationKind, string>> = { party_committee: '党委', general_branch: '党总支', branch: '党支部', party_group: '党小组' }
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')
const peopleWords = (count: number): string => (count === 0 ? '' : `，${count} 名党员编入`)

/** 一次变动说成一句话。 */
const sentence = (event: Pick<OrganisationEvent, 'kind' | 'effects' | 'parts'>): string => {
  const nameOf = (id: string | null): string => event.parts.find((part) => part.organisationId === id)?.name ?? ''
  const named = (role: string): string[] => event.parts.filter((part) => part.role === role).map(({ name }) => name)
  const moved = event.effects.reduce((sum, effect) => sum + (effect.aspect === 'members' ? effect.memberIds.length : 0), 0)
  const subject = nameOf(event.parts.find((part) => part.role === 'subject')?.organisationId ?? null)
  const first = event.effects[0]
  switch (event.kind) {
    case 'founding':
      return first?.aspect === 'founded' ? `成立“${first.name}”${nameOf(first.parentId) === '' ? '' : `，隶属“${nameOf(first.parentId)}”`}` : `成立“${subject}”`
    case 'renaming':
      return first?.aspect === 'name' ? (first.from === first.to ? `“${first.to}”改简称` : `“${first.from}”改名为“${first.to}”`) : `“${subject}”改名`
    case 'moving':
      return first?.aspect === 'parent' ? `“${subject}”由“${nameOf(first.from)}”划转到“${nameOf(first.to)}”` : `划转“${subject}”`
    case 'merging':
      return `${quoted(named('source'))}并入${quoted(named('target'))}${peopleWords(moved)}`
    case 'splitting':
      return `从${quoted(named('source'))}分出${quoted(named('target'))}${peopleWords(moved)}`
    case 'upgrading': {
      const change = event.effects.find((effect) => effect.aspect === 'kind')
      const into = change === undefined ? '' : `由${kindWords[change.from]}改设为${kindWords[change.to]}`
      return `“${subject}”${into}${named('target').length === 0 ? '' : `，原党员编入${quoted(named('target'))}`}`
    }
    case 'revoking':
      return `撤销“${subject}”`
  }
}

/** 组织的沿革与各种变动。 */
export const organisationEventsText = {
  /** 并过来的小组与本支部的重名。 */
  groupFrom: (group: string, branch: string) => `${group}（原${branch}）`,
  sentence,
  title: '沿革',
  screenTitle: '组织沿革',
  none: '还没有登记过变动。成立、改名、划转、合并、拆分、改设、撤销，登记之后都列在这里。',
  columns: { day: '日期', kind: '变动', what: '内容', documentNumber: '文号', reason: '理由', recordedBy: '登记人', action: '操作' },
  undo: '撤回',
  undoQuestion: (what: string) => `撤回这次变动：${what}？`,
  undoConsequence: '当时改的名称、隶属、名册都改回去',
  undoConfirm: '撤回这次变动',
  undone: '变动已撤回',
  future: '还没到日子',
  futureStrip: (n: number, day: string, what: string) => (n === 1 ? `有一次变动还没到日子：${day} ${what}` : `有 ${n} 次变动还没到日子，最近的是 ${day} ${what}`),
  seeThatDay: '看那一天',
  year: '年度',
  allYears: '全部年度',
  yearOption: (year: number) => `${year} 年`,
  printTitle: (name: string) => `${name}沿革`,
  more: '组织变动',
  menu: { merge: '并入别的组织', split: '拆出新支部', changeKind: '改设类别', revoke: '撤销', buildForm: '组建方式' },
  basis: {
    day: '从哪天起',
    dayMissing: '请写日期',
    dayHint: '可以补记从前的，也可以先记将来的',
    documentNumber: '文号',
    documentNumberHint: '没有文号的写批准的会议',
    reason: '理由',
  },
  rename: {
    why: '为什么改',
    change: '名称变了（进沿革）',
    correction: '原来写错了，更正',
    correctionNote: '更正不进沿革，以前的日子也照改后的看。',
  },
  merge: {
    title: (name: string) => `“${name}”并入别的组织`,
    consequence: (kind: OrganisationKind, people: number, below: number) =>
      kind === 'branch' ? `${people} 名党员和 ${below} 个党小组跟着过去，原支部撤销；以前的记录不变。` : kind === 'party_group' ? '组员跟着过去，原小组撤销。' : `下面的组织跟着过去，原组织撤销；以前的记录不变。`,
    target: '并到哪里',
    targetMissing: '请选并到哪里',
    placeholder: '选择组织',
    confirm: '办理并入',
  },
  split: {
    title: (name: string) => `从“${name}”拆出新支部`,
    name: '新支部全称',
    people: (moving: number, all: number) => `编入新支部的人（${moving} / ${all} 人）`,
    wholeGroup: (group: string) => `${group}整组过去`,
    confirm: '拆出新支部',
  },
  changeKind: {
    title: (name: string) => `“${name}”改设类别`,
    kind: '改设为',
    into: (kind: string) => `改设为${kind}`,
    firstBranch: '原来的人编入哪个新支部',
    firstBranchName: (name: string) => `${name.replace(/党支部$/u, '')}第一党支部`,
    consequence: (people: number) => `党总支、党委不直接编党员：现有 ${people} 名党员和党小组一起编入下面的新支部。`,
    renameNote: '名称要改的，改设之后再办一次改名。',
    confirm: '改设类别',
  },
  revoke: {
    title: (name: string) => `撤销“${name}”`,
    consequence: '没有党员、没有下级组织才能撤销；空的党小组一并撤销。以前的名册和记录照旧看得到。',
    confirm: '撤销这个组织',
  },
  buildForm: {
    title: (name: string) => `“${name}”的组建方式`,
    label: '组建方式',
    temporaryNote: '临时党支部不发展党员、不处分处置党员、不收缴党费、不选举党代表、不换届；机构撤销即撤销（支部工作条例第八条）。',
    confirm: '保存组建方式',
  },
  founding: {
    how: '怎么来的',
    registered: '登记本来就有的',
    founded: '新成立（进沿革）',
  },
  pastDay: {
    label: '看哪一天',
    today: '回到今天',
    past: (day: string) => `这是 ${day} 的样子，只看不改`,
    future: (day: string) => `这是按已登记的变动预计的 ${day} 的样子，只看不改`,
    roster: (n: number) => `那天的名册（${n} 人）`,
    nobody: '那天名册上没有人',
    ungrouped: '没有编组',
    notThatDay: '那天没有这个组织。',
    chooseOne: '选左边的一个组织。',
    handbook: (year: string) => `看 ${year} 年手册`,
    founded: (day: string) => `${day} 成立`,
    revoked: (day: string) => `${day} 撤销`,
    probationary: '预备',
  },
} as const
