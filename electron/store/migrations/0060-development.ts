/**
 * 发展党员、组织关系转接、关怀和奖惩。
 *
 * - development_person:发展过程中的人;证号、手机在 development_personal,可以擦除。成为预备党员后 member_id 指向党员。
 *   first_step:从第几步起在本支部办(中途转来的人,以前的步骤不要求)。
 * - development_step:每人每步一条现行的记录;退回重来的旧记录为 superseded,留着。people、votes 为 JSON。
 * - development_document:一步下的材料、考察、思想汇报;blob 为附件的摘要,没有附件的只登记名称、文号。
 * - development_event:主路之外的事:终止、退回、延长预备期、推迟讨论、取消资格、转出、恢复。
 *   撤销导入时不作数的记 undone_at。
 * - application_form:入党志愿书编号的登记。
 * - transfer_letter:组织关系介绍信;发出的按年份加三位流水编号,转入的记对方的编号。
 * - care_record:流动、失联、困难、联系、慰问、表彰、处分,一表一类(kind)。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const optionalDay = (column: string): string => `${column} TEXT CHECK (${column} IS NULL OR ${day(column)})`
const month = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`
const dayOrMonth = (column: string): string => `(${day(column)} OR ${month(column)})`
const editable = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`
const stamps = `created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL`
const line = (column: string): string => `${column} TEXT NOT NULL DEFAULT ''`

export const development = {
  version: 60,
  name: '0060-development',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE development_person (
  ${editable},
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  member_id TEXT REFERENCES member(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  ${line('pinyin_full')},
  ${line('pinyin_initials')},
  gender TEXT NOT NULL DEFAULT '0' CHECK (gender IN ('0', '1', '2', '9')),
  ${line('ethnicity')},
  birth_date TEXT CHECK (birth_date IS NULL OR ${dayOrMonth('birth_date')}),
  ${line('education')},
  ${line('post')},
  ${line('note')},
  first_step INTEGER NOT NULL DEFAULT 1 CHECK (first_step BETWEEN 1 AND 25),
  transferred_in_on TEXT CHECK (transferred_in_on IS NULL OR ${day('transferred_in_on')}),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'terminated', 'cancelled', 'transferred_out', 'finished')),
  ${stamps},
  deleted_at INTEGER
) STRICT;
CREATE INDEX development_person_in ON development_person(branch_id, status);
CREATE UNIQUE INDEX development_person_member ON development_person(member_id) WHERE member_id IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE development_personal (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES development_person(id) ON DELETE CASCADE,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  ${line('id_number')},
  ${line('mobile')}
) STRICT;
CREATE UNIQUE INDEX development_personal_id_number ON development_personal(id_number) WHERE id_number <> '';

CREATE TABLE development_step (
  ${editable},
  person_id TEXT NOT NULL REFERENCES development_person(id) ON DELETE RESTRICT,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 25),
  state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'done', 'superseded')),
  ${optionalDay('started_on')},
  ${optionalDay('done_on')},
  ${optionalDay('publicity_from')},
  ${optionalDay('publicity_to')},
  ${line('publicity_result')},
  training_days INTEGER CHECK (training_days IS NULL OR training_days BETWEEN 0 AND 365),
  training_hours INTEGER CHECK (training_hours IS NULL OR training_hours BETWEEN 0 AND 2000),
  people TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(people)),
  ${line('meeting')},
  meeting_id TEXT REFERENCES meeting(id) ON DELETE RESTRICT,
  votes TEXT NOT NULL DEFAULT '' CHECK (votes = '' OR json_valid(votes)),
  conclusion TEXT NOT NULL DEFAULT '' CHECK (conclusion IN ('', 'passed', 'failed', 'extended', 'cancelled')),
  ${line('authority')},
  ${line('document_number')},
  ${line('note')},
  ${line('filled_by')},
  ${line('reviewed_by')},
  ${stamps}
) STRICT;
CREATE INDEX development_step_of ON development_step(person_id, step);
CREATE UNIQUE INDEX development_step_current ON development_step(person_id, step) WHERE state <> 'superseded';
CREATE INDEX development_step_meeting ON development_step(meeting_id);

CREATE TABLE development_document (
  ${editable},
  person_id TEXT NOT NULL REFERENCES development_person(id) ON DELETE RESTRICT,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 25),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'inspection', 'report')),
  name TEXT NOT NULL CHECK (name <> ''),
  ${line('document_number')},
  ${optionalDay('dated_on')},
  ${line('note')},
  blob TEXT,
  ${line('file_name')},
  ${stamps},
  deleted_at INTEGER
) STRICT;
CREATE INDEX development_document_of ON development_document(person_id, step);

CREATE TABLE development_event (
  ${editable},
  person_id TEXT NOT NULL REFERENCES development_person(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('terminated', 'returned', 'extended', 'postponed', 'cancelled', 'transferred_out', 'resumed')),
  on_day TEXT NOT NULL CHECK (${day('on_day')}),
  ${optionalDay('until_day')},
  to_step INTEGER CHECK (to_step IS NULL OR to_step BETWEEN 1 AND 25),
  reason TEXT NOT NULL CHECK (reason <> ''),
  ${line('document_number')},
  created_at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX development_event_of ON development_event(person_id, on_day);

CREATE TABLE application_form (
  ${editable},
  number TEXT NOT NULL CHECK (number <> ''),
  state TEXT NOT NULL CHECK (state IN ('unused', 'used', 'voided', 'lost')),
  person_id TEXT REFERENCES development_person(id) ON DELETE RESTRICT,
  ${optionalDay('settled_on')},
  ${line('note')},
  ${stamps}
) STRICT;
CREATE UNIQUE INDEX application_form_number ON application_form(number);
CREATE INDEX application_form_person ON application_form(person_id);

CREATE TABLE transfer_letter (
  ${editable},
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  scope TEXT NOT NULL CHECK (scope IN ('within_committee', 'within_province', 'nationwide')),
  year INTEGER NOT NULL,
  serial INTEGER CHECK (serial IS NULL OR serial BETWEEN 1 AND 999),
  ${line('number')},
  member_id TEXT REFERENCES member(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  member_type TEXT NOT NULL CHECK (member_type IN ('full', 'probationary')),
  from_branch_id TEXT REFERENCES organisation(id) ON DELETE RESTRICT,
  ${line('from_name')},
  to_branch_id TEXT REFERENCES organisation(id) ON DELETE RESTRICT,
  ${line('to_title')},
  ${line('to_name')},
  ${line('reason')},
  dues_paid_until TEXT CHECK (dues_paid_until IS NULL OR ${month('dues_paid_until')}),
  valid_days INTEGER NOT NULL CHECK (valid_days BETWEEN 1 AND 180),
  ${optionalDay('issued_on')},
  ${optionalDay('sent_on')},
  ${optionalDay('received_on')},
  ${line('receipt')},
  ${line('handled_by')},
  state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'in_transit', 'received', 'archived', 'returned', 'suspended')),
  ${line('state_reason')},
  ${line('note')},
  ${stamps}
) STRICT;
CREATE UNIQUE INDEX transfer_letter_serial ON transfer_letter(year, serial) WHERE serial IS NOT NULL;
CREATE INDEX transfer_letter_member ON transfer_letter(member_id);
CREATE INDEX transfer_letter_from ON transfer_letter(from_branch_id);
CREATE INDEX transfer_letter_to ON transfer_letter(to_branch_id);

CREATE TABLE care_record (
  ${editable},
  kind TEXT NOT NULL CHECK (kind IN ('floating', 'lost', 'hardship', 'contact', 'visit', 'award', 'discipline')),
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  member_id TEXT REFERENCES member(id) ON DELETE RESTRICT,
  subject TEXT NOT NULL CHECK (subject <> ''),
  from_day TEXT NOT NULL CHECK (${day('from_day')}),
  to_day TEXT CHECK (to_day IS NULL OR (${day('to_day')} AND to_day >= from_day)),
  ${line('code')},
  ${line('title')},
  ${line('authority')},
  ${line('document_number')},
  amount_fen INTEGER CHECK (amount_fen IS NULL OR amount_fen >= 0),
  ${line('detail')},
  ${stamps},
  deleted_at INTEGER
) STRICT;
CREATE INDEX care_record_of ON care_record(member_id, kind);
CREATE INDEX care_record_in ON care_record(branch_id, kind, from_day);
`)
  },
} as const
