/** 要口令确认的一步。 */
export const confirmationText = {
  reason: '理由',
  password: '自己的口令',
  second: '请另一名安全保密管理员一起确认',
  secondName: '另一人的使用人名称',
  secondPassword: '另一人的口令',
  missing: '这一项要填',
} as const
