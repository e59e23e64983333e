/** 示例企业的党费:一年的登记与几桩要人看出来的事。 */
export const sampleDues = {
  year: 2026,
  months: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'] as readonly string[],
  assessedOn: '2026-01-12',
  /** 税前月工资,元。 */
  wage: { least: 4_200, spread: 5_600 },
  /** 登记了的支部;其余的只核定了。 */
  entries: ['001', '002', '003', '004', '005', '006', '010', '012'] as readonly string[],
  handovers: [
    { from: '2026-01', to: '2026-03', on: '2026-04-03' },
    { from: '2026-04', to: '2026-06', on: '2026-07-02' },
    { from: '2026-07', to: '2026-09', on: '2026-10-09' },
  ],
  /** 有事的那个支部里,数到第几个人(从 0 起)。 */
  story: {
    branch: '001',
    payDay: '15',
    unpaid: 7,
    unpaidFrom: '2026-07',
    short: 8,
    shortMonth: '2026-08',
    late: 9,
    lateMonth: '2026-05',
    latePaidOn: '2026-07-15',
    away: 10,
    exempted: 11,
    exemptFrom: '2026-06',
    decidedOn: '2026-05-20',
    approvedOn: '2026-05-29',
    giver: 2,
    givenOn: '2026-07-01',
    givenFen: 200_000,
    forwardedOn: '2026-07-10',
  },
  texts: { exemptReason: '本人重病，家庭生活困难', approvedBy: '公司党委', awayPlace: '外派地项目部党支部', lateNote: '出差在外，回来补交', receiver: '党委办公室', donationNote: '建党节自愿多交' },
} as const
