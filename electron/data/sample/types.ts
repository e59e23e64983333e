export type BranchCategoryCode = 'production' | 'auxiliary' | 'management' | 'market' | 'mixed'
/** 各类支部都要有的数据。 */
export type ByCategory<T> = Readonly<Record<BranchCategoryCode, T>>
