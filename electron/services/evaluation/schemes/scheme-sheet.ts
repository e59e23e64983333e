import { schemesText as text } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeContent, SchemeIndicator } from '../../../../shared/model/scheme.ts'
import { cellText, type SheetData } from '../../../domain/roster/sheet.ts'
import { add, compare, parseNumber, toText, tryNumber, ZERO, type Rational } from '../../../domain/scoring/rational.ts'
import { failWith } from '../../../rpc/handlers.ts'
import { writeWorkbook } from '../../export/workbook-export.ts'

const words = text.sheet
const HEADING_ROWS = 12
const MOST_INDICATORS = 400
const WIDTHS = { code: 10, dimension: 14, kind: 8, name: 26, wording: 50, points: 8, period: 10, dueMonths: 14, source: 16, evidence: 20, basis: 24 } as const
type Column = keyof typeof words.columns
const COLUMNS = Object.keys(words.columns) as readonly Column[]
interface Category {
  readonly code: string
  readonly name: string
}

const pointsOf = (indicator: SchemeIndicator): string => {
  const value = indicator.full ?? indicator.weight ?? indicator.per
  return value === null || value === undefined ? '' : toText(parseNumber(value))
}

/** 打分表:一个指标一行,各类别的分值各一列。 */
export const writeSchemeSheet = (body: SchemeContent, version: number, categories: readonly Category[]): Promise<Uint8Array> => {
  const special = categories.filter(({ code }) => body.scheme.indicators.some(({ fullByCategory }) => fullByCategory?.[code] !== undefined))
  const cell = (indicator: SchemeIndicator): Readonly<Record<Column, string>> => {
    const own = body.texts.indicators[indicator.id]
    return {
      code: indicator.id,
      dimension: body.texts.dimensions[indicator.dim ?? ''] ?? '',
      kind: text.kinds[indicator.kind],
      name: own?.name ?? '',
      wording: own?.wording ?? '',
      points: pointsOf(indicator),
      period: text.periods[indicator.period ?? 'month'],
      dueMonths: (indicator.dueMonths ?? []).join(words.monthSeparator),
      source: text.sources[indicator.source ?? 'manual'],
      evidence: own?.evidence ?? '',
      basis: own?.basis ?? '',
    }
  }
  return writeWorkbook([
    {
      name: words.name,
      title: words.title(body.name, version),
      notes: [words.note],
      columns: [
        ...COLUMNS.map((key) => ({ heading: words.columns[key], kind: key === 'points' ? ('number' as const) : ('text' as const), width: WIDTHS[key] })),
        ...special.map(({ name }) => ({ heading: words.categoryPoints(name), kind: 'number' as const, width: 14 })),
      ],
      rows: body.scheme.indicators.map((indicator) => {
        const own = cell(indicator)
        return [...COLUMNS.map((key) => own[key]), ...special.map(({ code }) => String(indicator.fullByCategory?.[code] ?? ''))]
      }),
    },
  ])
}

const clean = (value: string): string => value.replace(/[\s*:：]/gu, '')
const refuse = (line: number | null, reason: string): never => failWith('SCHEME_FILE_UNSUITABLE', { line, reason })

interface Heading {
  readonly sheet: SheetData
  readonly row: number
  readonly at: ReadonlyMap<Column, number>
  readonly categories: readonly { readonly code: string; readonly index: number }[]
}

const findHeading = (sheets: readonly SheetData[], categories: readonly Category[]): Heading => {
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows.slice(0, HEADING_ROWS).entries()) {
      const labels = cells.map((one) => clean(cellText(one)))
      const at = new Map(COLUMNS.flatMap((key): [Column, number][] => {
        const index = labels.indexOf(clean(words.columns[key]))
        return index < 0 ? [] : [[key, index]]
      }))
      if (!at.has('name') || !at.has('points')) continue
      return { sheet, row, at, categories: categories.flatMap(({ code, name }) => labels.flatMap((label, index) => (label === clean(words.categoryPoints(name)) ? [{ code, index }] : []))) }
    }
  }
  return refuse(null, 'heading')
}

const KINDS = new Map(Object.entries(text.kinds).map(([kind, name]) => [name as string, kind as SchemeIndicator['kind']]))
const PERIODS = new Map(Object.entries(text.periods).map(([period, name]) => [name as string, period as NonNullable<SchemeIndicator['period']>]))
const KIND_TAILS = new RegExp(`(${words.kindTails.join('|')})$`, 'u')
const CODE = /^[A-Za-z0-9_.-]{1,40}$/

/** 读一格数:空为 null;多余的「分」字去掉。 */
const readNumber = (value: string, line: number): string | null => {
  const trimmed = value.trim().replace(new RegExp(`${words.pointsTail}$`, 'u'), '')
  if (trimmed === '') return null
  const number = tryNumber(trimmed)
  return number === null || compare(number, ZERO) < 0 ? refuse(line, 'number') : toText(number)
}

/** 一张打分表 → 方案草稿。只认程序自己导出的那种表头;多出来的列不要紧。@throws DeclaredFailure SCHEME_FILE_UNSUITABLE */
export const readSchemeSheet = (sheets: readonly SheetData[], categories: readonly Category[], name: string): SchemeContent => {
  const { sheet, row: headingRow, at, categories: own } = findHeading(sheets, categories)
  const dimensions = new Map<string, string>()
  const indicators: SchemeIndicator[] = []
  const texts: Record<string, SchemeContent['texts']['indicators'][string]> = {}
  let dimension: string = words.unnamedDimension
  for (const [offset, cells] of sheet.rows.slice(headingRow + 1).entries()) {
    const line = headingRow + offset + 2
    const read = (key: Column): string => {
      const index = at.get(key)
      return index === undefined ? '' : cellText(cells[index]).trim()
    }
    const label = read('name')
    if (read('dimension') !== '') dimension = read('dimension')
    if (label === '' || words.totals.some((word) => label === word || read('code') === word)) continue
    if (indicators.length >= MOST_INDICATORS) refuse(line, 'too_many')
    const kindWord = read('kind')
    // 「加分项」「扣分指标」「基本项目」都认得。
    const kind = kindWord === '' ? 'base' : (KINDS.get(kindWord) ?? KINDS.get(kindWord.replace(KIND_TAILS, '')) ?? refuse(line, 'kind'))
    const isRegular = kind === 'base' || kind === 'special'
    if (isRegular && !dimensions.has(dimension)) dimensions.set(dimension, `D${dimensions.size + 1}`)
    const points = readNumber(read('points'), line)
    const given = read('code')
    const id = CODE.test(given) && texts[given] === undefined ? given : `ZB-${String(indicators.length + 1).padStart(2, '0')}`
    const months = [...read('dueMonths').matchAll(/\d+/g)].map(([month]) => Number(month)).filter((month) => month >= 1 && month <= 12)
    const byCategory = Object.fromEntries(own.flatMap(({ code, index }) => {
      const value = readNumber(cellText(cells[index]), line)
      return value === null ? [] : [[code, value] as const]
    }))
    indicators.push({
      id,
      kind,
      ...(isRegular ? { dim: dimensions.get(dimension) ?? '', full: points ?? '0', source: 'manual' as const, period: PERIODS.get(read('period')) ?? 'month' } : kind === 'veto' ? { effects: [] } : { per: points ?? '0' }),
      ...(isRegular && months.length > 0 ? { dueMonths: months } : {}),
      ...(Object.keys(byCategory).length > 0 && isRegular ? { fullByCategory: byCategory } : {}),
    })
    texts[id] = { name: label.slice(0, 80), wording: read('wording').slice(0, 600), evidence: read('evidence').slice(0, 200), basis: read('basis').slice(0, 200) }
  }
  if (indicators.length === 0) refuse(null, 'empty')
  const sum = indicators.reduce((total: Rational, { full }) => (full === null || full === undefined ? total : add(total, parseNumber(full))), ZERO)
  return {
    name,
    note: words.importedNote,
    scheme: {
      basePeriod: 'month',
      mode: 'points',
      fullTotal: sum.n === 0n ? 100 : toText(sum),
      dimensions: [...dimensions.values()].map((id) => ({ id })),
      indicators,
      missing: { default: 'zero', redistribute: 'dimension', minCoverage: 0 },
      total: { floor: 0, floorStage: 'beforeBonus' },
      rounding: { decimals: 2, mode: 'half_up' },
      decideOn: 'rounded',
      ranking: { scope: 'category', method: 'competition' },
      rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 2 } },
    },
    texts: { dimensions: Object.fromEntries([...dimensions].map(([label, id]) => [id, label.slice(0, 40)])), indicators: texts },
  }
}
