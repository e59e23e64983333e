/**
 * 党员登记表与材料附件。
 *
 * - member.joined_in:入党时所在的党组织(登记表上的「何时何地入党」);member.resume:个人简历,一行一段。
 * - development_document.thumbnail:附件的小样(JPEG),也是附件的名字;blob、file_name 在 0060 里已有。
 */
interface Executor {
  exec(sql: string): unknown
}

export const memberForms = {
  version: 85,
  name: '0085-member-forms',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE member ADD COLUMN joined_in TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN resume TEXT NOT NULL DEFAULT '';
ALTER TABLE development_document ADD COLUMN thumbnail TEXT;
`)
  },
} as const
