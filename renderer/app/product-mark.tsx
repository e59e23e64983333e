import { commonText } from '../../shared/i18n/zh-CN/common.ts'

/** 打开的书与书签带;不用党徽、党旗图案。 */
export const ProductMark = () => (
  <>
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 9c-2.6-1.8-5.7-2.4-10-2.4v16.6c4.3 0 7.4.6 10 2.4 2.6-1.8 5.7-2.4 10-2.4V6.6c-4.3 0-7.4.6-10 2.4Z" fill="#fff" />
      <path d="M16 9v16.6" stroke="#7e1015" strokeWidth="1.6" />
      <path d="M20.5 7v9l2.2-1.8 2.2 1.8V6.6c-1.6 0-3.1.1-4.4.4Z" fill="#e2a712" />
    </svg>
    {commonText.product}
  </>
)
