/**
 * 党费汇总:一个支部一年一行,由登记、核定、减免、隶属推得出来;有人动了哪个支部,哪个支部的行就没有了,再看时重算。
 *
 * 十万人的登记逐月推一遍要十几秒,看汇总的人等不起;推得出来的又不能与登记不符。所以作废写成触发器:
 * 打字、导入、撤销、擦除、修补,不论从哪条路改了登记,作废都在同一个事务里,漏不掉。
 * at_month:欠交算到哪个月为止;过了月就重算。body 只有合计,没有一个人的金额。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

/** 一个人待过、交过的支部都作废:月中转走的,当月在哪里交要看他的全部去处。 */
const ofMember = (row: string): string => `DELETE FROM dues_summary WHERE branch_id IN (SELECT organisation_id FROM membership WHERE member_id = ${row}.member_id UNION SELECT branch_id FROM dues_entry WHERE member_id = ${row}.member_id);`
const ofBranch = (row: string, column: string): string => `DELETE FROM dues_summary WHERE branch_id = ${row}.${column};`
const WHOLE = 'DELETE FROM dues_summary;'

const triggers = (table: string, on: (row: 'NEW' | 'OLD') => string): string => `
CREATE TRIGGER ${table}_summed_insert AFTER INSERT ON ${table} BEGIN ${on('NEW')} END;
CREATE TRIGGER ${table}_summed_update AFTER UPDATE ON ${table} BEGIN ${on('OLD')} ${on('NEW')} END;
CREATE TRIGGER ${table}_summed_delete AFTER DELETE ON ${table} BEGIN ${on('OLD')} END;`

export const duesSummary = {
  version: 90,
  name: '0090-dues-summary',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE dues_summary (
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  at_month TEXT NOT NULL CHECK (at_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (year, branch_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dues_summary_of ON dues_summary(branch_id);
${triggers('dues_entry', (row) => ofBranch(row, 'branch_id'))}
${triggers('membership', (row) => `${ofBranch(row, 'organisation_id')} ${ofMember(row)}`)}
${triggers('dues_assessment', ofMember)}
${triggers('dues_exemption', ofMember)}
${triggers('dues_rule', () => WHOLE)}
${triggers('norm_setting', () => WHOLE)}
CREATE TRIGGER member_summed AFTER UPDATE OF joined_on, deleted_at ON member WHEN OLD.joined_on IS NOT NEW.joined_on OR OLD.deleted_at IS NOT NEW.deleted_at
  BEGIN DELETE FROM dues_summary WHERE branch_id IN (SELECT organisation_id FROM membership WHERE member_id = NEW.id UNION SELECT branch_id FROM dues_entry WHERE member_id = NEW.id); END;
`)
  },
} as const
