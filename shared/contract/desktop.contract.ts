import { z } from 'zod'
import { query } from './define.ts'

/** 只有桌面外壳提供的几个过程:系统对话框。其他外壳回 UNKNOWN_PROCEDURE。 */
export const desktopContract = {
  desktop: {
    pickFolder: query({
      roles: 'anyone',
      scope: 'none',
      confirmation: 'none',
      audit: 'none',
      withoutWorkspace: true,
      input: z.strictObject({ startAt: z.string().max(1000) }),
      output: z.strictObject({ path: z.string().nullable() }),
      errors: {},
    }),
  },
}
