import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cliText } from '../../../shared/i18n/zh-CN/cli.ts'
import { CliFailure, UsageError } from './cli-failure.ts'
import type { ParsedOptions } from './parse-options.ts'

export interface Credentials {
  readonly userName: string
  readonly password: string
}
/** 哪个工作区,谁来开;没设口令的不用写使用人。 */
export interface StoreAddress {
  readonly path: string
  readonly credentials: Credentials | null
}

/** 每个用到工作区的命令都认的选项。 */
export const CREDENTIAL_OPTIONS = ['user', 'password-file'] as const
export const STORE_OPTIONS = ['store', ...CREDENTIAL_OPTIONS] as const

/** 口令不写在命令行上(别的用户看得见进程的参数),写在文件的第一行,UTF-8,行尾不算。 */
const readPassword = (file: string): string => {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    throw new CliFailure(cause instanceof TypeError ? 'PASSWORD_FILE_UNREADABLE' : 'FILE_NOT_FOUND', { path: file }, cause)
  }
  const password = text.split(/\r\n|\n|\r/u, 1)[0] ?? ''
  if (password === '') throw new CliFailure('PASSWORD_FILE_UNREADABLE', { path: file })
  return password
}

/** @throws UsageError 只写了使用人或只写了口令文件;CliFailure FILE_NOT_FOUND / PASSWORD_FILE_UNREADABLE */
export const readCredentials = (options: ParsedOptions): Credentials | null => {
  const userName = options.optional('user')
  const file = options.optional('password-file')
  if (userName === null && file === null) return null
  if (userName === null) throw new UsageError(cliText.missing('--user'))
  if (file === null) throw new UsageError(cliText.missing('--password-file'))
  return { userName, password: readPassword(resolve(file)) }
}

export const readStoreAddress = (options: ParsedOptions): StoreAddress => ({ path: resolve(options.required('store')), credentials: readCredentials(options) })
