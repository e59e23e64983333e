import { damaged, rejected, WorkbookRejected } from '../workbook-rejected.ts'
import { inflateEntry } from './inflate-entry.ts'
import { createXmlScanner, type Attributes, type XmlHandlers } from './xml-scanner.ts'
import { readZipDirectory } from './zip-directory.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const ROOT_RELATIONS = '_rels/.rels'

/** 关系:编号 → 种类与目标部件。 */
export interface Relation {
  /** 关系种类的末一段,如 worksheet、sharedStrings。 */
  readonly kind: string
  readonly target: string
}
export interface WorkbookPackage {
  readonly workbookPart: string
  /** 工作簿部件的各条关系。 */
  readonly relations: ReadonlyMap<string, Relation>
  /**
   * 逐个标签读一个部件。
   *
   * @throws WorkbookRejected FILE_DAMAGED 没有这个部件、压缩内容坏了、不是合规矩的 UTF-8 XML。
   */
  read(part: string, handlers: XmlHandlers): Promise<void>
}

/** 目标按所在部件的文件夹解析;从不当作本机路径或网址去取。 */
const resolveTarget = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}
const relationsPartOf = (part: string): string => part.replace(/[^/]*$/, '_rels/$&.rels')
/** 只关心标签,不关心文字的部件。 */
export const onOpen = (open: (name: string, attributes: Attributes) => void): XmlHandlers => ({ open, close: () => undefined, text: () => undefined })

/**
 * 打开 .xlsx 的包:压缩包目录核对过,找到工作簿部件与它的关系。
 *
 * @throws WorkbookRejected FILE_NOT_WORKBOOK 是别的压缩包;FILE_DAMAGED、FILE_TOO_COMPLEX、FILE_ENCRYPTED
 */
export const openPackage = async (file: Buffer): Promise<WorkbookPackage> => {
  const entries = readZipDirectory(file)
  const read: WorkbookPackage['read'] = async (part, handlers) => {
    const entry = entries.get(part)
    if (entry === undefined) throw damaged(`no part ${part}`)
    const scanner = createXmlScanner(handlers)
    // 严格的 UTF-8:别的编码写的 XML 若勉强读,姓名就成了一串问号。
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      for await (const chunk of inflateEntry(file, entry)) scanner.write(decoder.decode(chunk, { stream: true }))
      scanner.write(decoder.decode())
      scanner.end()
    } catch (error) {
      throw error instanceof WorkbookRejected ? error : damaged(error)
    }
  }
  const readRelations = async (part: string): Promise<Map<string, Relation>> => {
    const relations = new Map<string, Relation>()
    await read(
      relationsPartOf(part),
      onOpen((name, attributes) => {
        if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
        relations.set(attributes.get('Id') ?? '', { kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''), target: resolveTarget(part, attributes.get('Target') ?? '') })
      }),
    )
    return relations
  }
  const isSpreadsheet = [...entries.keys()].some((name) => /(^|\/)workbook\d*\.xml$/i.test(name))
  if (!isSpreadsheet) throw rejected('FILE_NOT_WORKBOOK')
  if (!entries.has(CONTENT_TYPES) || !entries.has(ROOT_RELATIONS)) throw damaged('no content types')
  await read(CONTENT_TYPES, onOpen(() => undefined))
  const root = [...(await readRelations('')).values()].find((relation) => relation.kind === 'officeDocument')
  if (root === undefined) throw damaged('no workbook relation')
  return { workbookPart: root.target, relations: await readRelations(root.target), read }
}
