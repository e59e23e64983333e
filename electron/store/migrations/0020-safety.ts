/**
 * 第二步迁移:账号与授权、提交序号、版本链、审计第二格式、擦除、暂存的草稿、演练与缺失的记载。
 *
 * - commit_head:每次写入在同一事务里把 seq 加一;库外的保存记号(head.mark)抄着它,库落后就是最近的保存丢了。
 * - record_version:加上摘要与逐条相连的散列。摘要是以记录自己的秘密(record_secret)做的 HMAC:
 *   擦除一个人时连秘密一起擦掉,链不断,摘要也猜不回去;从前的版本由程序补上摘要、封进链里(每行只许一次);审计第二格式的每一条都带着当时版本链的链头。
 * - account_grant 的触发器:三员分立的工作区里互斥由库把关,程序绕不过去。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const officers = "('system_admin', 'security_admin', 'auditor')"
const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`
/** 分立时:三员之间互不兼任(系统与安全保密可凭党委签字的例外),三员也不兼业务。 */
const exclusive = (when: string): string => `
CREATE TRIGGER account_grant_exclusive_${when} BEFORE ${when} ON account_grant
WHEN (SELECT setup FROM workspace) = 'separated' AND EXISTS (
  SELECT 1 FROM account_grant other WHERE other.account_id = NEW.account_id AND other.role <> NEW.role
    AND (NEW.role IN ${officers} OR other.role IN ${officers})
    AND NOT (
      NEW.role IN ('system_admin', 'security_admin') AND other.role IN ('system_admin', 'security_admin')
      AND EXISTS (SELECT 1 FROM officer_exception e WHERE e.account_id = NEW.account_id)
    )
)
BEGIN SELECT RAISE(ABORT, 'officer roles are exclusive'); END;`

export const safety = {
  version: 20,
  name: '0020-safety',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE workspace ADD COLUMN setup TEXT NOT NULL DEFAULT 'open' CHECK (setup IN ('open', 'one_office', 'separated'));
ALTER TABLE workspace ADD COLUMN digest_secret BLOB NOT NULL DEFAULT x'';
UPDATE workspace SET digest_secret = randomblob(32);
CREATE TRIGGER workspace_setup_settled BEFORE UPDATE OF setup ON workspace WHEN OLD.setup <> 'open' AND NEW.setup <> OLD.setup
BEGIN SELECT RAISE(ABORT, 'the set-up of a workspace is settled'); END;

CREATE TABLE commit_head (
  single INTEGER PRIMARY KEY CHECK (single = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;
INSERT INTO commit_head (single, seq) VALUES (1, 0);

CREATE TABLE account (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  user_name TEXT NOT NULL CHECK (user_name <> ''),
  display_name TEXT NOT NULL CHECK (display_name <> ''),
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
  must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
  password_changed_at INTEGER NOT NULL,
  last_signed_in_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_user_name ON account(user_name);
CREATE TRIGGER account_kept BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'accounts are disabled, not deleted'); END;

CREATE TABLE officer_exception (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES account(id),
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  document_number TEXT NOT NULL CHECK (document_number <> ''),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE account_grant (
  account_id TEXT NOT NULL REFERENCES account(id),
  role TEXT NOT NULL CHECK (role IN ('system_admin', 'security_admin', 'auditor', 'committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader')),
  unit_id TEXT NOT NULL REFERENCES organisation(id),
  granted_at INTEGER NOT NULL,
  granted_by TEXT NOT NULL,
  PRIMARY KEY (account_id, role, unit_id)
) STRICT, WITHOUT ROWID;
${exclusive('INSERT')}
${exclusive('UPDATE')}
CREATE TRIGGER officer_exception_kept BEFORE DELETE ON officer_exception
WHEN (SELECT count(DISTINCT role) FROM account_grant WHERE account_id = OLD.account_id AND role IN ${officers}) > 1
BEGIN SELECT RAISE(ABORT, 'officer roles are exclusive'); END;
CREATE TRIGGER officer_exception_fixed BEFORE UPDATE ON officer_exception BEGIN SELECT RAISE(ABORT, 'an officer exception is fixed'); END;

CREATE TABLE password_history (
  account_id TEXT NOT NULL REFERENCES account(id),
  at INTEGER NOT NULL,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (account_id, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE kept_draft (
  account_id TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_secret (
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  secret BLOB NOT NULL,
  PRIMARY KEY (table_name, record_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE record_version ADD COLUMN digest TEXT;
ALTER TABLE record_version ADD COLUMN hash TEXT;
ALTER TABLE record_version ADD COLUMN erased_at INTEGER;
DROP TRIGGER record_version_no_update;
CREATE TRIGGER record_version_no_update BEFORE UPDATE ON record_version
WHEN NOT (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.body = '{}'
  AND NEW.seq = OLD.seq AND NEW.table_name = OLD.table_name AND NEW.record_id = OLD.record_id AND NEW.rev = OLD.rev
  AND NEW.at = OLD.at AND NEW.actor = OLD.actor AND NEW.audit_seq = OLD.audit_seq AND NEW.digest IS OLD.digest AND NEW.hash IS OLD.hash)
  AND NOT (OLD.hash IS NULL AND OLD.digest IS NULL AND NEW.hash IS NOT NULL AND NEW.digest IS NOT NULL AND OLD.erased_at IS NULL AND NEW.erased_at IS NULL AND NEW.body = OLD.body
  AND NEW.seq = OLD.seq AND NEW.table_name = OLD.table_name AND NEW.record_id = OLD.record_id AND NEW.rev = OLD.rev
  AND NEW.at = OLD.at AND NEW.actor = OLD.actor AND NEW.audit_seq = OLD.audit_seq)
BEGIN SELECT RAISE(ABORT, 'record_version is append-only'); END;

ALTER TABLE audit_log ADD COLUMN format INTEGER NOT NULL DEFAULT 1 CHECK (format IN (1, 2));
ALTER TABLE audit_log ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
ALTER TABLE audit_log ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_log ADD COLUMN machine TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_log ADD COLUMN clock_doubtful INTEGER NOT NULL DEFAULT 0 CHECK (clock_doubtful IN (0, 1));
ALTER TABLE audit_log ADD COLUMN reason_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_log ADD COLUMN version_hash TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_log_at ON audit_log(at);
CREATE INDEX audit_log_kind ON audit_log(kind, seq);

CREATE TABLE audit_reason (
  audit_seq INTEGER PRIMARY KEY REFERENCES audit_log(seq),
  reason TEXT NOT NULL
) STRICT;
${appendOnly('audit_reason')}

CREATE TABLE accepted_loss (
  at INTEGER PRIMARY KEY NOT NULL,
  epoch INTEGER NOT NULL,
  from_seq INTEGER NOT NULL,
  to_seq INTEGER NOT NULL
) STRICT;
${appendOnly('accepted_loss')}
CREATE TABLE restore_drill (
  at INTEGER PRIMARY KEY NOT NULL,
  backup TEXT NOT NULL,
  sound INTEGER NOT NULL CHECK (sound IN (0, 1)),
  problems TEXT NOT NULL CHECK (json_valid(problems))
) STRICT;
${appendOnly('restore_drill')}
`)
  },
} as const
