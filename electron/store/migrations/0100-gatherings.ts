/**
 * 第九步迁移:组织生活的全部会议与督办事项。
 *
 * - 会议类型加上组织生活会、民主评议、述职评议、其他会议;列上的取值约束改不了,所以换一列再改回原名。
 * - 一场会可以算作几类(also_types);倒班分批开的会另有 meeting_sitting。
 * - 表决、查摆、批评、评议、述职各一张下级表,随会议的版本一起留存。
 * - 上报、审批、评价、退回:时刻、评语、等次、次数记在会议上,每一步另有版本与审计。
 * - follow_up:决议与整改措施办结后成为督办事项,直到销号。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const minute = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-2][0-9]:[0-5][0-9]'`
const types = "('general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day', 'organisational_life', 'democratic_appraisal', 'debriefing', 'other_meeting')"
const count = (column: string): string => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} >= 0)`
const part = (table: string, columns: string): string => `CREATE TABLE ${table} (
  meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  ${columns},
  PRIMARY KEY (meeting_id, position)
) STRICT, WITHOUT ROWID;`

export const gatherings = {
  version: 100,
  name: '0100-gatherings',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE meeting ADD COLUMN kind TEXT NOT NULL DEFAULT 'other_meeting' CHECK (kind IN ${types});
UPDATE meeting SET kind = meeting_type;
ALTER TABLE meeting DROP COLUMN meeting_type;
ALTER TABLE meeting RENAME COLUMN kind TO meeting_type;
ALTER TABLE meeting ADD COLUMN also_types TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(also_types));
ALTER TABLE meeting ADD COLUMN lecturer_identity TEXT NOT NULL DEFAULT '' CHECK (lecturer_identity IN ('', 'secretary', 'committee', 'leader', 'member', 'external'));
ALTER TABLE meeting ADD COLUMN theme_form TEXT NOT NULL DEFAULT '' CHECK (theme_form IN ('', 'study', 'organisation_life', 'deliberation', 'volunteering', 'visit', 'other'));
ALTER TABLE meeting ADD COLUMN study_minutes INTEGER CHECK (study_minutes IS NULL OR study_minutes BETWEEN 0 AND 4800);
ALTER TABLE meeting ADD COLUMN leaders_attended TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN prior_meeting_id TEXT REFERENCES meeting(id) ON DELETE RESTRICT;
ALTER TABLE meeting ADD COLUMN submitted_at INTEGER;
ALTER TABLE meeting ADD COLUMN reviewed_at INTEGER;
ALTER TABLE meeting ADD COLUMN review_opinion TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN review_grade TEXT NOT NULL DEFAULT '' CHECK (review_grade IN ('', 'good', 'fair', 'average', 'poor'));
ALTER TABLE meeting ADD COLUMN returned_count INTEGER NOT NULL DEFAULT 0 CHECK (returned_count >= 0);
ALTER TABLE meeting ADD COLUMN return_due_on TEXT CHECK (return_due_on IS NULL OR ${day('return_due_on')});
CREATE INDEX meeting_by_day ON meeting(start_at, branch_id);

ALTER TABLE meeting_topic ADD COLUMN published_on TEXT CHECK (published_on IS NULL OR ${day('published_on')});
ALTER TABLE meeting_topic ADD COLUMN leader TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_resolution ADD COLUMN kind TEXT NOT NULL DEFAULT 'resolution' CHECK (kind IN ('resolution', 'rectification'));
ALTER TABLE meeting_resolution ADD COLUMN problem TEXT NOT NULL DEFAULT '';
ALTER TABLE attendance ADD COLUMN sitting INTEGER NOT NULL DEFAULT 0 CHECK (sitting >= 0);
ALTER TABLE attendance ADD COLUMN exclusion TEXT NOT NULL DEFAULT '' CHECK (exclusion IN ('', 'cannot_express', 'abroad', 'imprisoned', 'bedridden', 'should_transfer', 'returned_home'));
ALTER TABLE attendance ADD COLUMN exclusion_note TEXT NOT NULL DEFAULT '';

${part('meeting_sitting', `start_at TEXT NOT NULL CHECK (${minute('start_at')}),
  end_at TEXT CHECK (end_at IS NULL OR ${minute('end_at')}),
  place TEXT NOT NULL DEFAULT ''`)}
${part(
  'meeting_vote',
  `kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'admission', 'confirmation', 'election')),
  subject TEXT NOT NULL DEFAULT '',
  is_secret INTEGER NOT NULL CHECK (is_secret IN (0, 1)),
  ${['issued', 'returned', 'approve', 'against', 'abstain', 'invalid', 'written_approve', 'written_against', 'written_abstain'].map(count).join(',\n  ')}`,
)}
${part('meeting_problem', "target TEXT NOT NULL DEFAULT '',\n  problem TEXT NOT NULL DEFAULT '',\n  source TEXT NOT NULL DEFAULT ''")}
${part('meeting_criticism', "critic TEXT NOT NULL DEFAULT '',\n  criticised TEXT NOT NULL DEFAULT '',\n  opinion TEXT NOT NULL DEFAULT ''")}
${part(
  'meeting_appraisal',
  `member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  self_note TEXT NOT NULL DEFAULT '',
  peer_note TEXT NOT NULL DEFAULT '',
  ${['excellent_votes', 'qualified_votes', 'basic_votes', 'unqualified_votes'].map(count).join(',\n  ')},
  grade TEXT NOT NULL DEFAULT '' CHECK (grade IN ('', 'excellent', 'qualified', 'basic', 'unqualified')),
  opinion TEXT NOT NULL DEFAULT '',
  UNIQUE (meeting_id, member_id)`,
)}
CREATE INDEX meeting_appraisal_member ON meeting_appraisal(member_id);
${part(
  'meeting_debrief',
  `name TEXT NOT NULL DEFAULT '',
  ${['good_votes', 'fair_votes', 'average_votes', 'poor_votes'].map(count).join(',\n  ')},
  comment TEXT NOT NULL DEFAULT '',
  problem TEXT NOT NULL DEFAULT ''`,
)}

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  source_table TEXT NOT NULL CHECK (source_table <> ''),
  source_id TEXT NOT NULL CHECK (length(source_id) = 36),
  item_id TEXT NOT NULL CHECK (length(item_id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('resolution', 'rectification', 'inspection')),
  problem TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL CHECK (text <> ''),
  owner TEXT NOT NULL DEFAULT '',
  due_on TEXT CHECK (due_on IS NULL OR ${day('due_on')}),
  extended_to TEXT CHECK (extended_to IS NULL OR ${day('extended_to')}),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'dropped')),
  result TEXT NOT NULL DEFAULT '',
  closed_on TEXT CHECK (closed_on IS NULL OR ${day('closed_on')}),
  raised_on TEXT NOT NULL CHECK (${day('raised_on')}),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  UNIQUE (source_table, source_id, item_id)
) STRICT;
CREATE INDEX follow_up_open ON follow_up(branch_id, state, due_on);
`)
  },
} as const
