import { z } from 'zod'
import { fileRefSchema } from '../model/files.ts'
import { query, job } from './define.ts'

/** 支持包:先看后写,写的就是看的。 */
export const supportContract = {
  preview: query({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', withoutWorkspace: true, whenLocked: true, input: z.strictObject({}), output: z.strictObject({ sections: z.array(z.strictObject({ title: z.string(), text: z.string() })), digest: z.string() }), errors: {} }),
  /** 只写刚看过的那一份:digest 对不上(看的是旧的)报 PREVIEW_EXPIRED。 */
  save: job({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', withoutWorkspace: true, whenLocked: true, input: z.strictObject({ digest: z.string().max(64) }), output: z.strictObject({ file: fileRefSchema }), errors: { PREVIEW_EXPIRED: z.strictObject({}) } }),
}
