/**
 * 民主评议「优秀」至多几人:一般不超过参评党员的三分之一,除不尽的舍去。
 *
 * 只有一两人参评的算出来是 0,由支部自己掌握,只提示。
 */
export const excellentLimit = (appraised: number): number => Math.floor(appraised / 3)
