import type { WorkspaceSetup } from '../../../shared/model/workspace.ts'

/** 印几张恢复单:三员分立两张,各装一个信封,分两处保管;一个办公室一张。 */
export const sheetsFor = (setup: WorkspaceSetup): number => (setup === 'separated' ? 2 : 1)
