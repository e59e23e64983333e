/** 组织的沿革。 */
export const organisationEventsText = {
  /** 并过来的小组与本支部的重名。 */
  groupFrom: (group: string, branch: string) => `${group}（原${branch}）`,
} as const
