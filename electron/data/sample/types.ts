export type BranchCategoryCode = 'production' | 'auxiliary' | 'management' | 'market' | 'mixed'
/** 各类支部都要有的数据。 */
export type ByCategory<T> = Readonly<Record<BranchCategoryCode, T>>

/** 示例里每月、每季轮着开的五种会;一年一次的另写。 */
export type RoutineMeetingType = 'general_meeting' | 'committee_meeting' | 'group_meeting' | 'party_lecture' | 'theme_day'
