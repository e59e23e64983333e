/** 一次调用看得到、动得了的组织:凭的角色授在哪里,就是那里及其下级。 */
export interface Access {
  /** 授在最上级组织:全单位。 */
  readonly isWhole: boolean
  /** 看得到的组织标识;全单位为 null。 */
  readonly units: ReadonlySet<string> | null
  covers(unitId: string): boolean
}

/** 全单位。 */
export const WHOLE: Access = { isWhole: true, units: null, covers: () => true }
/** 什么组织也不涉及。 */
export const NOTHING: Access = { isWhole: false, units: new Set(), covers: () => false }

/** @param units 已经展开到全部下级。 */
export const accessTo = (units: ReadonlySet<string>): Access => ({ isWhole: false, units, covers: (unitId) => units.has(unitId) })
