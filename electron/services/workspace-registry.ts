import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../store/files/safe-files.ts'

const entrySchema = z.object({ path: z.string(), name: z.string(), kind: z.string(), openedAt: z.number() })
const registrySchema = z.object({ version: z.literal(1), recent: z.array(entrySchema) })
export type RegistryEntry = z.infer<typeof entrySchema>

const KEEP = 8

/** 最近用过的工作区清单。放在工作区之外:库文件不见了也知道它曾经在哪里。 */
export const createWorkspaceRegistry = (configFolder: string) => {
  const file = join(configFolder, 'workspaces.json')
  const read = (): RegistryEntry[] => {
    try {
      return registrySchema.parse(JSON.parse(readFileSync(file, 'utf8'))).recent
    } catch {
      // 清单丢了不影响数据,只是要重新选一次文件夹。
      return []
    }
  }
  return {
    recent: (): (RegistryEntry & { readonly exists: boolean })[] => read().map((entry) => ({ ...entry, exists: existsSync(join(entry.path, 'baolei.db')) })),
    remember: (entry: RegistryEntry): void => {
      const recent = [entry, ...read().filter((other) => other.path !== entry.path)].slice(0, KEEP)
      mkdirSync(configFolder, { recursive: true })
      writeFileAtomically(file, `${JSON.stringify({ version: 1, recent }, null, 1)}\n`)
    },
  }
}
