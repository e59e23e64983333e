/**
 * 党费:标准的各个版本、核定、减免、月登记、自愿多交、上交。
 *
 * - 金额一律整数分;月份 `YYYY-MM`。
 * - dues_rule:费率与金额是数据,自 from_month 起施行(《党费收缴规定》第一至六条);没有行时用程序自带的那一版。
 * - dues_assessment:一个人一次核定的基数与科目金额;应交随读随算,不另存。
 * - dues_entry:一人一支部一月一行;due_fen 是登记那一刻的应交,以后标准再变,旧月份不跟着变。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const dayOrNull = (column: string): string => `${column} TEXT CHECK (${column} IS NULL OR ${day(column)})`
const month = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`
const editable = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`
const stamps = `created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL`

export const dues = {
  version: 70,
  name: '0070-dues',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE dues_rule (
  ${editable},
  from_month TEXT NOT NULL CHECK (${month('from_month')}),
  body TEXT NOT NULL CHECK (json_valid(body)),
  basis TEXT NOT NULL DEFAULT '',
  ${stamps}
) STRICT;
CREATE UNIQUE INDEX dues_rule_from ON dues_rule(from_month);

CREATE TABLE dues_assessment (
  ${editable},
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  payer_category TEXT NOT NULL CHECK (payer_category IN ('employed', 'annual_salary', 'self_employed', 'retired', 'farmer', 'no_income')),
  changed_from TEXT NOT NULL CHECK (${month('changed_from')}),
  base_fen INTEGER NOT NULL CHECK (base_fen >= 0),
  fixed_fen INTEGER CHECK (fixed_fen IS NULL OR fixed_fen >= 0),
  assessed_on TEXT NOT NULL CHECK (${day('assessed_on')}),
  ${dayOrNull('confirmed_on')},
  note TEXT NOT NULL DEFAULT '',
  ${stamps},
  withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX dues_assessment_of ON dues_assessment(member_id, changed_from) WHERE withdrawn_at IS NULL;

CREATE TABLE dues_assessment_amount (
  assessment_id TEXT NOT NULL REFERENCES dues_assessment(id) ON DELETE CASCADE,
  item_code TEXT NOT NULL CHECK (item_code <> ''),
  direction TEXT NOT NULL CHECK (direction IN ('add', 'deduct')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  PRIMARY KEY (assessment_id, item_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE dues_exemption (
  ${editable},
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  from_month TEXT NOT NULL CHECK (${month('from_month')}),
  to_month TEXT NOT NULL CHECK (${month('to_month')} AND to_month >= from_month),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_on TEXT NOT NULL CHECK (${day('decided_on')}),
  approved_by TEXT NOT NULL DEFAULT '',
  ${dayOrNull('approved_on')},
  ${stamps},
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX dues_exemption_of ON dues_exemption(member_id, from_month);

CREATE TABLE dues_entry (
  ${editable},
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  month TEXT NOT NULL CHECK (${month('month')}),
  due_fen INTEGER CHECK (due_fen IS NULL OR due_fen >= 0),
  paid_fen INTEGER CHECK (paid_fen IS NULL OR paid_fen >= 0),
  ${dayOrNull('paid_on')},
  method TEXT NOT NULL DEFAULT '' CHECK (method IN ('', 'cash', 'transfer', 'proxy')),
  proxy_name TEXT NOT NULL DEFAULT '',
  receipt_number TEXT NOT NULL DEFAULT '',
  handler TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  ${stamps}
) STRICT;
CREATE UNIQUE INDEX dues_entry_cell ON dues_entry(branch_id, month, member_id);
CREATE INDEX dues_entry_of ON dues_entry(member_id, month);

CREATE TABLE dues_donation (
  ${editable},
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  paid_on TEXT NOT NULL CHECK (${day('paid_on')}),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  ${dayOrNull('forwarded_on')},
  receipt_number TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  ${stamps},
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX dues_donation_of ON dues_donation(branch_id, paid_on);

CREATE TABLE dues_handover (
  ${editable},
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  from_month TEXT NOT NULL CHECK (${month('from_month')}),
  to_month TEXT NOT NULL CHECK (${month('to_month')} AND to_month >= from_month),
  handed_on TEXT NOT NULL CHECK (${day('handed_on')}),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  payer_name TEXT NOT NULL DEFAULT '',
  receiver_name TEXT NOT NULL DEFAULT '',
  receipt_number TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  ${stamps},
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX dues_handover_of ON dues_handover(organisation_id, from_month);
`)
  },
} as const
