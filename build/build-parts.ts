import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceDigest } from './source-digest.ts'

const ROOT = join(import.meta.dirname, '..')
const STAMPS = join(ROOT, 'out', 'stamps')

/** 两部分各自判断要不要重建:界面,与 Node 一侧(桌面、本机网页、命令行、预加载)。 */
const PARTS = {
  renderer: { sources: ['shared', 'renderer', 'vite.config.ts', 'package-lock.json'], result: 'out/renderer/index.html' },
  node: { sources: ['shared', 'electron', 'vite.node.config.ts', 'package.json', 'package-lock.json'], result: 'out/preload/preload.cjs' },
} as const
export type BuildPart = keyof typeof PARTS
export const BUILD_PARTS: readonly BuildPart[] = ['renderer', 'node']

const stampFile = (part: BuildPart): string => join(STAMPS, `${part}.txt`)

/** 上次构建之后源文件有没有变。比内容,不比时间:检出、复制都会改时间。 */
export const isStale = (part: BuildPart): boolean => {
  const stamp = stampFile(part)
  if (!existsSync(join(ROOT, PARTS[part].result)) || !existsSync(stamp)) return true
  return readFileSync(stamp, 'utf8').trim() !== sourceDigest(PARTS[part].sources)
}

/** 构建一部分;记号最后才写,中途停下的下次会重来。 */
export const buildPart = async (part: BuildPart, logLevel: 'info' | 'warn' = 'info'): Promise<void> => {
  rmSync(stampFile(part), { force: true })
  const digest = sourceDigest(PARTS[part].sources)
  const { build, createBuilder } = await import('vite')
  if (part === 'renderer') await build({ root: join(ROOT, 'renderer'), configFile: join(ROOT, 'vite.config.ts'), logLevel })
  else await (await createBuilder({ root: ROOT, configFile: join(ROOT, 'vite.node.config.ts'), logLevel })).buildApp()
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stampFile(part), `${digest}\n`)
}
