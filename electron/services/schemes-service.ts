import type { schemesContract } from '../../shared/contract/schemes.contract.ts'
import { schemesText as text } from '../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeContent } from '../../shared/model/scheme.ts'
import { SCHEME_TEMPLATES, schemeTemplate } from '../data/templates/index.ts'
import { enginePeriod, isPeriodStart, monthsBetween } from '../domain/evaluation/base-period.ts'
import { checkBody, ruleFaults } from '../domain/evaluation/check-body.ts'
import type { SchemeBody } from '../domain/evaluation/scheme-body.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createCategoryRepo } from '../store/repos/category-repo.ts'
import { createEvaluationPeriodRepo } from '../store/repos/evaluation-period-repo.ts'
import { createSchemeRepo, type SchemeVersionFull } from '../store/repos/scheme-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createEvaluationParts } from './evaluation/evaluation-parts.ts'
import { ruleRecords } from './evaluation/indicator-explanation.ts'
import { hashOfBody } from './evaluation/schemes/publish-scheme.ts'
import { createRehearsal } from './evaluation/schemes/rehearse-scheme.ts'
import { templateEntry } from './evaluation/schemes/template-entry.ts'
import { createSchemeDesk } from './evaluation/schemes/scheme-desk.ts'
import { looksLikeSchemeFile, readSchemeFile, writeSchemeFile } from './evaluation/schemes/scheme-file.ts'
import { loadVersion } from './evaluation/schemes/scheme-library.ts'
import { readSchemeSheet, writeSchemeSheet } from './evaluation/schemes/scheme-sheet.ts'
import type { FileExchange } from './file-exchange.ts'
import { createHeldWorkbooks } from './import/held-workbooks.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const MOST_MONTHS = 12

/** 考核方案:方案库与草稿。发布了的版本从不改动。 */
export const createSchemeHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof schemesContract> => {
  const repo = createSchemeRepo(scope.store.db)
  const categories = createCategoryRepo(scope.store.db)
  const desk = createSchemeDesk(repo, categories)
  const parts = createEvaluationParts(scope)
  const rehearse = createRehearsal(parts)
  const workbooks = createHeldWorkbooks(scope, files)
  const nextId = (): string => scope.ports.ids.next()

  /** 一个事务;给出动了哪个版本。 */
  const write = (procedure: string, change: (transaction: Transaction) => string): string =>
    scope.write('evaluation', procedure, (transaction) => {
      const id = change(transaction)
      transaction.emit('schemes.changed', {})
      return id
    })
  const ownerUnit = (): string => repo.rootUnit() ?? failWith('NOT_FOUND')
  /** 草稿先从下个月起用,发布前可改。 */
  const nextMonth = (): string => {
    const [year = 0, month = 1] = scope.ports.clock.today().split('-').map(Number)
    return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  }
  /** 这个月在用的版本;最早的方案还没到起用的日子为 null。 */
  const inForceId = (): string | null => {
    const month = scope.ports.clock.today().slice(0, 7)
    return repo.publishedVersions().some(({ effectiveFrom }) => effectiveFrom <= `${month}-01`) ? parts.schemes.lastInForce(month).id : null
  }
  const requireNewName = (name: string): void => {
    if (desk.entries().some((entry) => entry.name === name)) failWith('DUPLICATE_NAME')
  }
  /** 重名的在后面加序号:从文件读来的不让人为名字再试一次。 */
  const freeName = (name: string): string => {
    const taken = new Set(desk.entries().map((entry) => entry.name))
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${name.slice(0, 54)}（${number}）`
      if (!taken.has(candidate)) return candidate
    }
  }
  const startDraft = (transaction: Transaction, schemeId: string, body: SchemeBody): string => repo.insertDraft(transaction, { id: nextId(), ownerUnit: ownerUnit(), schemeId, effectiveFrom: nextMonth(), body: JSON.stringify(body), hash: hashOfBody(body) })
  const startScheme = (procedure: string, body: SchemeBody): string =>
    write(procedure, (transaction) => {
      const schemeId = nextId()
      repo.insertScheme(transaction, { id: schemeId, ownerUnit: ownerUnit(), name: body.name })
      return startDraft(transaction, schemeId, body)
    })
  const findDraft = (id: string): SchemeVersionFull => {
    const version = desk.find(id)
    return version.status === 'draft' ? version : failWith('NOT_A_DRAFT')
  }
  const requireSound = (version: SchemeVersionFull): SchemeBody => {
    const body = desk.bodyOf(version)
    const faults = checkBody(body, desk.codes())
    if (faults.length > 0) failWith('SCHEME_FAULTY', { faults })
    return body
  }

  return {
    list: (_input, { access }) => ({
      schemes: desk.entries(inForceId()).flatMap((entry) => {
        const versions = entry.versions.filter(({ status }) => access.isWhole || status !== 'draft')
        return versions.length === 0 ? [] : [{ ...entry, versions }]
      }),
      templates: SCHEME_TEMPLATES.map(templateEntry),
    }),
    read: ({ versionId }, { access }) => {
      const document = desk.document(versionId)
      return document.status === 'draft' && !access.isWhole ? failWith('NOT_FOUND') : document
    },
    createFromTemplate: ({ template, name }) => {
      const body = schemeTemplate(template) ?? failWith('NOT_FOUND')
      requireNewName(name)
      return desk.document(startScheme('schemes.createFromTemplate', { ...body, name }))
    },
    createFromVersion: ({ id, asNew, name }) => {
      const version = desk.find(id)
      const body = desk.bodyOf(version)
      if (asNew) {
        requireNewName(name)
        return desk.document(startScheme('schemes.createFromVersion', { ...body, name }))
      }
      const existing = desk.entries().find((entry) => entry.id === version.schemeId)?.versions.find(({ status }) => status === 'draft')
      if (existing !== undefined) return desk.document(existing.id)
      return desk.document(write('schemes.createFromVersion', (transaction) => startDraft(transaction, version.schemeId, body)))
    },
    saveDraft: ({ id, rev, effectiveFrom, body }) => {
      const version = findDraft(id)
      return desk.document(
        write('schemes.saveDraft', (transaction) => {
          repo.saveDraft(transaction, id, rev, { body: JSON.stringify(body), hash: hashOfBody(body), effectiveFrom })
          // 还没发布过的,方案的名称跟着草稿走。
          if (version.version === 1) repo.renameScheme(transaction, version.schemeId, body.name)
          return id
        }),
      )
    },
    discardDraft: ({ id, rev }) => {
      const { schemeId } = findDraft(id)
      const only = desk.entries().find((entry) => entry.id === schemeId)?.versions.length === 1
      write('schemes.discardDraft', (transaction) => {
        repo.discardDraft(transaction, id, rev)
        if (only) repo.removeScheme(transaction, schemeId)
        return id
      })
      return {}
    },
    publish: ({ id, rev }) => {
      const version = findDraft(id)
      const body = requireSound(version)
      // 从按季评的方案换过来,也要从季初换:一个季度里不能前半截按季、后半截按月。
      const outgoing = repo.publishedVersions().some(({ effectiveFrom }) => effectiveFrom <= version.effectiveFrom) ? parts.schemes.lastInForce(version.effectiveFrom.slice(0, 7)).body.scheme : {}
      if (!isPeriodStart(body.scheme, version.effectiveFrom) || !isPeriodStart(outgoing, version.effectiveFrom)) failWith('EFFECTIVE_DAY_UNSUITABLE', { closedThrough: null })
      // 公示了的期间永远照当时的方案:新方案不能往那里插。
      const closedThrough = createEvaluationPeriodRepo(scope.store.db, nextId).lastFrozenMonth()
      if (closedThrough !== null && version.effectiveFrom.slice(0, 7) <= closedThrough) failWith('EFFECTIVE_DAY_UNSUITABLE', { closedThrough })
      return desk.document(
        write('schemes.publish', (transaction) => {
          repo.publishDraft(transaction, id, rev)
          repo.renameScheme(transaction, version.schemeId, body.name)
          transaction.emit('evaluation.changed', { branchIds: [], periods: [] })
          return id
        }),
      )
    },
    retire: ({ id, rev }) => {
      const version = desk.find(id)
      if (version.status !== 'published' || (desk.entries().flatMap(({ versions }) => versions).find((one) => one.id === id)?.resultCount ?? 0) > 0) failWith('SCHEME_IN_USE')
      return desk.document(
        write('schemes.retire', (transaction) => {
          repo.retire(transaction, id, rev)
          transaction.emit('evaluation.changed', { branchIds: [], periods: [] })
          return id
        }),
      )
    },
    tryRule: ({ rule, branchId, period, basePeriod }) => {
      const { category } = parts.branches.find(branchId, period)
      const faults = ruleFaults(rule)
      if (faults.length > 0) return { state: 'missing' as const, achievement: null, parts: [], faults: [...faults] }
      return { ...ruleRecords(parts.facts, rule, { branchId, period: enginePeriod({ basePeriod }, period), category }), faults: [] }
    },
    rehearse: async ({ id, from, to }, { signal, progress }) => {
      const version = desk.find(id)
      const body = requireSound(version)
      const months = monthsBetween(from, to)
      if (months.length === 0 || months.length > MOST_MONTHS) failWith('MONTHS_UNSUITABLE')
      return rehearse(loadVersion(version, body), months, { signal, progress })
    },
    exportFile: async ({ versionId, format }, { access }) => {
      const version = desk.find(versionId)
      if (version.status === 'draft' && !access.isWhole) failWith('NOT_FOUND')
      const body = desk.bodyOf(version) as SchemeContent
      const bytes = format === 'file' ? writeSchemeFile(body) : await writeSchemeSheet(body, version.version, categories.all())
      scope.write('export', 'schemes.exportFile', (transaction) => {
        transaction.audit({ ownerUnit: ownerUnit(), table: 'scheme_version', recordId: versionId, detail: { action: 'export', format } })
      })
      return { file: files.offer(text.fileName(body.name, version.version, format === 'file' ? 'json' : 'xlsx'), bytes, true) }
    },
    importFile: async ({ file }, { signal, traceId }) => {
      const held = workbooks.openHeld(file.ticket)
      const bytes = files.read(file.ticket)
      const read = async (): Promise<SchemeContent> => {
        if (looksLikeSchemeFile(bytes)) return readSchemeFile(bytes)
        const { sheets } = await workbooks.readFile(file.ticket, held.name, signal, traceId)
        return readSchemeSheet(sheets, categories.all(), text.sheet.importedName(scope.ports.clock.today()))
      }
      const body = await read()
      signal.throwIfAborted()
      return desk.document(startScheme('schemes.importFile', { ...body, name: freeName(body.name) }))
    },
  }
}
