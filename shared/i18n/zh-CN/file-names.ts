/** 存出去的文件名。 */
export const fileNamesText = {
  handbook: (branch: string, year: number, day: string) => `党支部工作手册_${branch}_${year}_${day}.pdf`,
  section: (branch: string, year: number, section: string, day: string) => `${section}_${branch}_${year}_${day}.pdf`,
  changes: (branch: string, year: number, day: string) => `换页_${branch}_${year}_${day}.pdf`,
  blanks: (branch: string, year: number, day: string) => `空白表_${branch}_${year}_${day}.pdf`,
  word: (branch: string, year: number, title: string, day: string) => `${title}_${branch}_${year}_${day}.docx`,
} as const
