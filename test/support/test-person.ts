/** 测试里的使用人:一个办公室一个人,兼全部角色。 */
export const TEST_PERSON = { userName: 'wang.office', displayName: '王秀兰', password: 'Quiet-Harbour-27' } as const
export const ONE_OFFICE = { setup: 'one_office', person: TEST_PERSON } as const
