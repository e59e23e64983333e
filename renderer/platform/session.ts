import { create } from 'zustand'
import type { z } from 'zod'
import type { openWorkspaceSchema } from '../../shared/model/workspace.ts'

export type OpenWorkspace = z.output<typeof openWorkspaceSchema>

interface Session {
  /** 开着的工作区;没有打开时为 null,界面停在「首次使用」。 */
  readonly workspace: OpenWorkspace | null
  /** 核心的今天 `YYYY-MM-DD`;界面不自己看钟,免得两边差一天。 */
  readonly today: string
  readonly build: string
  /** 重新握手(关闭工作区之后)。 */
  refresh(): void
  update(state: { readonly workspace: OpenWorkspace | null; readonly today: string; readonly build: string; readonly refresh: () => void }): void
}

/** 握手得到的、各页都要用的几样东西;由 app/ 填入。 */
export const useSession = create<Session>((set) => ({
  workspace: null,
  today: '',
  build: '',
  refresh: () => undefined,
  update: (state) => set(state),
}))
