import { useEffect, useState } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'

/** 过了 300 毫秒才出现,快的时候不闪。 */
export const Loading = ({ words = commonText.loading }: { readonly words?: string }) => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="loading" role="status">
      {shown && words}
    </div>
  )
}
