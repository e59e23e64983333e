import type { Database } from 'better-sqlite3'
import { sameUserName } from './account-repo.ts'

/** 管得了备份的角色;与契约 backups 一组的角色一致。 */
const KEEPERS = "('system_admin', 'committee_office')"

/** 最上级的组织:备份是全单位的事,只授在下级的管不了(与契约的 workspace 范围一致)。 */
const TOP_UNIT = "(SELECT o.id FROM organisation o WHERE NOT EXISTS (SELECT 1 FROM organisation_parent p WHERE p.organisation_id = o.id) ORDER BY o.kind = 'party_committee' DESC, o.sort_order, o.id LIMIT 1)"

/** 在还没正式打开的库(备份的副本)里看一个人能不能管备份。 */
export const createAuthorityReader = (db: Database) => {
  const setup = db.prepare('SELECT setup FROM workspace').pluck()
  const keeper = db.prepare(`SELECT a.id FROM account a WHERE a.user_name = ? AND a.state = 'active' AND EXISTS (SELECT 1 FROM account_grant g WHERE g.account_id = a.id AND g.role IN ${KEEPERS} AND g.unit_id = ${TOP_UNIT})`).pluck()
  const active = db.prepare("SELECT 1 FROM account WHERE id = ? AND state = 'active'").pluck()
  const byName = db.prepare("SELECT id FROM account WHERE user_name = ? AND state = 'active'").pluck()
  const loss = db.prepare('SELECT epoch, from_seq AS fromSeq, to_seq AS toSeq FROM accepted_loss ORDER BY at DESC LIMIT 1')
  return {
    /** 账号标识;没有、停用了、管不了的为 null。没设口令的工作区谁都能管。 */
    keeper: (userName: string): string | null => (setup.get() === 'open' ? 'built-in' : ((keeper.get(sameUserName(userName)) as string | undefined) ?? null)),
    /** 在用的账号;没有为 null。 */
    accountId: (userName: string): string | null => (byName.get(sameUserName(userName)) as string | undefined) ?? null,
    /** 最近一次接受的缺失;没有为空。 */
    lastLoss: (): Readonly<Record<string, number>> => (loss.get() as Record<string, number> | undefined) ?? {},
    /** 三员分立,而且查不出毛病。要全面检查一遍,只在抢救时问。 */
    isSoundAndSeparated: (): boolean => setup.get() === 'separated' && db.pragma('integrity_check', { simple: true }) === 'ok',
    isActive: (accountId: string): boolean => active.get(accountId) === 1,
  }
}
