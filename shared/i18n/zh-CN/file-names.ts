/** 存出去的文件名。 */
export const fileNamesText = {
  handbook: (branch: string, year: number, day: string) => `党支部工作手册_${branch}_${year}_${day}.pdf`,
} as const
