/**
 * 会议记录的附件,以及写记录用的样板与常用语。
 *
 * - meeting_attachment:一份附件一行。内容、小样在 blobs/ 里,这里只有摘要;去掉时三列清空,行留着。
 * - meeting_template:样板,归一个支部或党委,归属以下的支部都能选;topics 是议题的 JSON,phrases 一行一句。
 * - branch_phrase:常用语,归属同上;只供挑选,从不自动写进记录。
 * 封存了的一年,附件跟着会议一起锁。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const head = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`
const stamps = `created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER`
const TYPES = "('general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day', 'organisational_life', 'democratic_appraisal', 'debriefing', 'other_meeting')"

/** 封存了的一年,附件也不能再动(见 README.md);附件归哪年看它的会议。 */
const closed = (row: string): string => `EXISTS (SELECT 1 FROM meeting m JOIN year_closing c ON c.branch_id = m.branch_id AND c.year = CAST(substr(m.start_at, 1, 4) AS INTEGER) AND c.reopened_at IS NULL WHERE m.id = ${row}.meeting_id)`
const lock = ([['INSERT', ['NEW']], ['UPDATE', ['OLD', 'NEW']], ['DELETE', ['OLD']]] as const)
  .map(([event, rows]) => `CREATE TRIGGER meeting_attachment_year_closed_${event.toLowerCase()} BEFORE ${event} ON meeting_attachment WHEN ${rows.map(closed).join(' OR ')} BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;`)
  .join('\n')

export const meetingAids = {
  version: 140,
  name: '0140-meeting-aids',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE meeting_attachment (
  ${head},
  meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'sign_in', 'minutes', 'resolution', 'photo', 'other')),
  position INTEGER NOT NULL CHECK (position >= 0),
  blob TEXT,
  thumbnail TEXT,
  file_name TEXT NOT NULL DEFAULT '',
  ${stamps}
) STRICT;
CREATE INDEX meeting_attachment_of ON meeting_attachment(meeting_id, position);
${lock}

CREATE TABLE meeting_template (
  ${head},
  name TEXT NOT NULL CHECK (name <> ''),
  meeting_type TEXT NOT NULL CHECK (meeting_type IN ${TYPES}),
  title TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  topics TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(topics)),
  phrases TEXT NOT NULL DEFAULT '',
  ${stamps}
) STRICT;
CREATE INDEX meeting_template_of ON meeting_template(owner_unit, meeting_type);

CREATE TABLE branch_phrase (
  ${head},
  text TEXT NOT NULL CHECK (text <> ''),
  ${stamps}
) STRICT;
CREATE INDEX branch_phrase_of ON branch_phrase(owner_unit);
`)
  },
} as const
